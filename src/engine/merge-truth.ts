import { type Estimate, estimateProportion } from '../numeric/monte-carlo.ts';
import type { EndpointName } from '../outcomes/endpoints/definition.ts';
import type { Trial } from '../scenario/trial.ts';
import type { Design } from '../trial/design.ts';
import type { ExactResult, ReplicatesResult } from './batch-result.ts';
import { mergeAdoption } from './merge-adoption.ts';
import { mergeCourse } from './merge-course.ts';
import { mergeRates } from './merge-rates.ts';
import { mergeTimes } from './merge-times.ts';
import type { Success, TruthResult } from './result.ts';
import { succeeds } from './simulate-replicates.ts';

/** Counts over the replicates of one truth. */
interface Tally {
  readonly successes: number;
  readonly passes: readonly number[];
  readonly passesAtMargin: readonly number[];
}

function tally(parts: readonly ReplicatesResult[], design: Design): Tally {
  const claims = design.claims.length;
  const passes = Array.from({ length: claims }, () => 0);
  const passesAtMargin = Array.from({ length: claims }, () => 0);
  let successes = 0;
  for (const { columns } of parts) {
    for (let row = 0; row < columns.rows; row++) {
      if (succeeds(columns, row, design)) successes++;
      for (let k = 0; k < claims; k++) {
        passes[k] += columns.passes[row * claims + k];
        passesAtMargin[k] += columns.passesAtMargin[row * claims + k];
      }
    }
  }
  return { successes, passes, passesAtMargin };
}

/** One truth's rates and operating characteristics: simulated, with the exact value beside where it exists. */
export function mergeTruth(
  trial: Trial,
  truthIndex: number,
  exact: ExactResult,
  parts: readonly ReplicatesResult[],
): TruthResult {
  const { design } = trial;
  const { replicates } = trial.scenario.simulation;
  const counts = tally(parts, design);
  const success = exact.isExact ? exact.success : undefined;
  const times = mergeTimes(trial, truthIndex, parts);
  const adoption = mergeAdoption(trial, exact, parts);
  const share = (count: number, exactly: number | undefined): Estimate =>
    estimateProportion(count, replicates, exactly);
  const successes = design.claims.map(
    (_, k): Success => ({
      power: share(counts.passes[k], success?.powerByClaim[k]),
      typeIError: share(counts.passesAtMargin[k], success?.typeIErrorByClaim[k]),
    }),
  );
  return {
    name: trial.truthNames[truthIndex],
    arms: mergeRates(trial, truthIndex, exact, parts),
    operatingCharacteristics: {
      power: share(counts.successes, success?.power),
      typeIError: largest(successes.map(({ typeIError }) => typeIError)),
      byEndpoint: Object.fromEntries(
        design.claims.map(({ endpoint }, k): [EndpointName, Success] => [endpoint.name, successes[k]]),
      ),
      ...mergeCourse(trial, exact, parts),
      ...(adoption && { adoption }),
    },
    ...(times && { times }),
  };
}

/** The largest type I error: of the exact values where they exist, with the estimate of the same null. */
function largest(errors: readonly Estimate[]): Estimate {
  return errors.reduce((a, b) => ((b.exact ?? b.estimate) > (a.exact ?? a.estimate) ? b : a));
}

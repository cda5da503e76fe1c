import { estimateClusteredProportion } from '../numeric/clustered-proportion.ts';
import { type Estimate, estimateProportion } from '../numeric/monte-carlo.ts';
import { type CompetingCount, competingCounts } from '../outcomes/competing-rates.ts';
import type { EndpointName } from '../outcomes/endpoints/definition.ts';
import type { Trial } from '../scenario/trial.ts';
import type { Design } from '../trial/design.ts';
import type { ExactResult, ReplicatesResult } from './batch-result.ts';
import { mergeAdoption } from './merge-adoption.ts';
import { mergeCourse } from './merge-course.ts';
import { mergeTimes } from './merge-times.ts';
import { addMoments, emptyMoments, type PatientMoments } from './patient-moments.ts';
import type { Success, TruthResult } from './result.ts';
import { succeeds } from './simulate-replicates.ts';

/** Counts over the replicates of one truth. */
interface Tally {
  readonly successes: number;
  readonly passes: readonly number[];
  readonly passesAtMargin: readonly number[];
  /** By arm and endpoint. */
  readonly patientEvents: readonly (readonly number[])[];
  /** By arm and competing count. */
  readonly competing: readonly (readonly number[])[];
  /** Where the counts of a replicate are not binomial. */
  readonly moments: PatientMoments | undefined;
}

/** Adds the counts of one part to those of all. */
function addCounts(sum: number[][], part: readonly (readonly number[])[]): void {
  part.forEach((counts, arm) => {
    counts.forEach((count, k) => {
      sum[arm][k] += count;
    });
  });
}

function tally(parts: readonly ReplicatesResult[], design: Design): Tally {
  const claims = design.claims.length;
  const passes = Array.from({ length: claims }, () => 0);
  const passesAtMargin = Array.from({ length: claims }, () => 0);
  const patientEvents = parts[0].patientEvents.map((arm) => arm.map(() => 0));
  const competing = parts[0].competing.map((arm) => arm.map(() => 0));
  const moments =
    parts[0].moments && emptyMoments(patientEvents.length, patientEvents[0].length, competing[0].length);
  let successes = 0;
  for (const { columns, patientEvents: events, competing: counts, moments: own } of parts) {
    if (moments && own) addMoments(moments, own);
    addCounts(patientEvents, events);
    addCounts(competing, counts);
    for (let row = 0; row < columns.rows; row++) {
      if (succeeds(columns, row, design)) successes++;
      for (let k = 0; k < claims; k++) {
        passes[k] += columns.passes[row * claims + k];
        passesAtMargin[k] += columns.passesAtMargin[row * claims + k];
      }
    }
  }
  return { successes, passes, passesAtMargin, patientEvents, competing, moments };
}

/** One truth's rates and operating characteristics: simulated, with the exact value beside where it exists. */
export function mergeTruth(
  trial: Trial,
  truthIndex: number,
  exact: ExactResult,
  parts: readonly ReplicatesResult[],
): TruthResult {
  const { design, arms } = trial;
  const { endpoints } = trial.truth(truthIndex).truth;
  const { replicates } = trial.scenario.simulation;
  const counts = tally(parts, design);
  const known = <T>(value: T): T | undefined => (exact.isExact ? value : undefined);
  const success = known(exact.success);
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
  const rate = (
    kind: keyof PatientMoments,
    events: Tally['patientEvents'],
    arm: number,
    k: number,
    exactly: number | undefined,
  ): Estimate =>
    counts.moments
      ? estimateClusteredProportion(counts.moments[kind][arm][k], exactly)
      : estimateProportion(events[arm][k], replicates * design.sizes[arm], exactly);
  return {
    name: trial.truthNames[truthIndex],
    arms: arms.map(({ name }, a) => ({
      name,
      endpoints: Object.fromEntries(
        endpoints.map(({ definition }, e) => [
          definition.name,
          { rate: rate('events', counts.patientEvents, a, e, known(exact.rates[a][e])) },
        ]),
      ),
      ...(exact.competing && {
        competing: Object.fromEntries(
          competingCounts.map((count, k) => [
            count,
            rate(
              'competing',
              counts.competing,
              a,
              k,
              exact.competing!.exact ? exact.competing!.arms[a][k] : undefined,
            ),
          ]),
        ) as Record<CompetingCount, Estimate>,
      }),
    })),
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

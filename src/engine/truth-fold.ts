import { type Estimate, estimateProportion } from '../numeric/monte-carlo.ts';
import type { EndpointName } from '../outcomes/endpoints/definition.ts';
import type { Trial } from '../scenario/trial.ts';
import { createAdoptionFold } from './adoption-fold.ts';
import { createArmLooksFold } from './arm-looks-fold.ts';
import { createComparisonsFold } from './comparisons-fold.ts';
import { createConvergenceFold } from './convergence-fold.ts';
import { createCourseFold } from './course-fold.ts';
import { createRatesFold } from './rates-fold.ts';
import type { ReplicatesFold } from './replicates-fold.ts';
import type { Convergence, Success, TruthResult } from './result.ts';
import { succeeds } from './simulate-replicates.ts';
import { createTimesFold } from './times-fold.ts';

/** Counts over the replicates of one truth. */
interface SuccessCounts {
  readonly successes: number;
  readonly convergence: Convergence;
  /** By claim. */
  readonly passes: readonly number[];
  readonly passesAtMargin: readonly number[];
}

function createSuccessFold({ design, scenario }: Trial): ReplicatesFold<SuccessCounts> {
  const claims = design.claims.length;
  const passes = Array.from({ length: claims }, () => 0);
  const passesAtMargin = Array.from({ length: claims }, () => 0);
  const convergence = createConvergenceFold(scenario.simulation.replicates);
  let successes = 0;
  return {
    add: ({ columns }) => {
      for (let row = 0; row < columns.rows; row++) {
        const isSuccess = succeeds(columns, row, design);
        if (isSuccess) successes++;
        convergence.add(isSuccess);
        for (let k = 0; k < claims; k++) {
          passes[k] += columns.passes[row * claims + k];
          passesAtMargin[k] += columns.passesAtMargin[row * claims + k];
        }
      }
    },
    result: () => ({ successes, convergence: convergence.result(), passes, passesAtMargin }),
  };
}

/** One truth's rates and operating characteristics: simulated, with the exact value beside where it exists. */
export function createTruthFold(trial: Trial, truthIndex: number): ReplicatesFold<TruthResult> {
  const { design } = trial;
  const { replicates } = trial.scenario.simulation;
  const rates = createRatesFold(trial, truthIndex);
  const success = createSuccessFold(trial);
  const course = createCourseFold(trial);
  const times = createTimesFold(trial, truthIndex);
  const adoption = createAdoptionFold(trial);
  const comparisons = createComparisonsFold(trial);
  const armLooks = createArmLooksFold(trial);
  const folds = [rates, success, course, times, adoption, comparisons, armLooks].filter(
    (fold) => fold !== undefined,
  );
  return {
    add: (part) => {
      for (const fold of folds) fold.add(part);
    },
    result: (exact) => {
      const counts = success.result(exact);
      const exactly = exact.isExact ? exact.success : undefined;
      const byArm = exact.isExact ? exact.armsAtLooks : undefined;
      const share = (count: number, value: number | undefined): Estimate =>
        estimateProportion(count, replicates, value);
      const successes = design.claims.map(
        (_, k): Success => ({
          power: share(counts.passes[k], exactly?.powerByClaim[k] ?? byArm?.[k].power),
          typeIError: share(counts.passesAtMargin[k], exactly?.typeIErrorByClaim[k] ?? byArm?.[k].typeIError),
        }),
      );
      const whole = {
        power: share(counts.successes, exactly?.power),
        typeIError: largest(successes.map(({ typeIError }) => typeIError)),
      };
      return {
        name: trial.truthNames[truthIndex],
        arms: rates.result(exact),
        operatingCharacteristics: {
          ...whole,
          // Several comparisons are of one endpoint
          byEndpoint: Object.fromEntries(
            design.claims.map(({ endpoint }, k): [EndpointName, Success] => [
              endpoint.name,
              comparisons ? whole : successes[k],
            ]),
          ),
          ...(comparisons && {
            comparisons: {
              ...comparisons.result(exact)(successes),
              ...(armLooks && { looks: armLooks.result(exact) }),
            },
          }),
          ...course.result(exact),
          ...(adoption && { adoption: adoption.result(exact) }),
        },
        convergence: counts.convergence,
        ...times?.result(exact),
      };
    },
  };
}

/** The largest type I error: of the exact values where they exist, with the estimate of the same null. */
function largest(errors: readonly Estimate[]): Estimate {
  return errors.reduce((a, b) => ((b.exact ?? b.estimate) > (a.exact ?? a.estimate) ? b : a));
}

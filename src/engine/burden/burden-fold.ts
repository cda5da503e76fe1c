import { burdenInWorld } from '../../scenario/burden-specs.ts';
import type { Trial } from '../../scenario/trial.ts';
import { uncertainPaths } from '../../scenario/truth-specs.ts';
import { type Increment, increment } from '../../trial/burden/cost-effectiveness.ts';
import type { BatchResult, ExactResult, WorldsResult } from '../batch-result.ts';
import { burdenOfTruth } from './burden-of-truth.ts';
import type { BurdenResult } from './burden-result.ts';
import { compareWorlds } from './compare-worlds.ts';
import { armBurdens, badEventRates, createWorldCourses } from './world-burdens.ts';

/** Takes the batches of a run in the order of the plan; of a world its increments stay. */
export interface BurdenFold {
  add(result: BatchResult): void;
  result(): BurdenResult;
}

/** Nothing of the burden yet, of a trial whose scenario states one. */
export function createBurdenFold(trial: Trial): BurdenFold {
  const { endpoint, currency, willingnessToPay } = trial.scenario.burden!;
  const exact: ExactResult[] = [];
  const worlds = createIncrements(trial);
  return {
    add: (result) => {
      if (result.kind === 'exact') exact.push(result);
      else if (result.kind === 'worlds') worlds.add(result);
    },
    result: () => {
      const { atYears } = trial
        .truth(0)
        .truth.endpoints.find(({ definition }) => definition.name === endpoint)!;
      const increments = worlds.byArm();
      return {
        currency,
        endpoint,
        ...(atYears !== undefined && { atYears }),
        truths: exact.map((of, index) => burdenOfTruth(trial, index, of)),
        worlds:
          increments[0]?.length > 0
            ? {
                isExact: worlds.isExact(),
                comparisons: increments.map((own, a) =>
                  compareWorlds(trial.arms[a + 1].name, own, willingnessToPay),
                ),
              }
            : null,
      };
    },
  };
}

/** By test arm, the increments of all worlds so far. */
function createIncrements(trial: Trial) {
  const { scenario, arms } = trial;
  const { endpoint } = scenario.burden!;
  const paths = uncertainPaths(scenario);
  const byArm: Increment[][] = arms.slice(1).map(() => []);
  const coursesOf = createWorldCourses(trial);
  let isExact = true;
  const add = ({ draws, rates, hasExactRates }: WorldsResult): void => {
    const { length: count } = trial.truth(0).truth.endpoints;
    const width = arms.length * count;
    isExact &&= hasExactRates;
    for (let w = 0; w < rates.length / width; w++) {
      const draw = paths.map((path, p) => [path, draws[w * paths.length + p]] as const);
      const ratesOf = arms.map((_, a) => [
        ...rates.subarray(w * width + a * count, w * width + (a + 1) * count),
      ]);
      const bad = badEventRates(trial, ratesOf);
      const courses = coursesOf(draw);
      isExact &&= courses.exact;
      const all = armBurdens(trial, burdenInWorld(scenario, draw), courses, bad).map(({ cost }, a) => ({
        cost,
        rate: bad[a][endpoint]!,
      }));
      byArm.forEach((own, t) => {
        own.push(increment(all[t + 1], all[0]));
      });
    }
  };
  return { add, byArm: () => byArm, isExact: () => isExact };
}

import { overallTimeDays } from '../radiobiology/course.ts';
import { endpointIndex, type Trial } from '../scenario/trial.ts';
import { trueAlphaBeta } from './expected-estimation.ts';
import type { Assumption } from './result.ts';

const MEDIAN =
  'α/β varies between patients: bias and coverage are counted against its median. What ever more patients would lead to is stated beside it; the two differ because the mean over patients of different α/β is no linear-quadratic response.';
const INTENTION =
  'Unevaluable patients count as failures in the analysis, alike in all arms: that is no effect of dose, and pulls the estimate away.';

/** Whether any truth of the trial has its endpoint repopulate. */
function repopulates(trial: Trial): boolean {
  const aim = trial.design.aim!;
  return trial.truthNames.some((_, index) => {
    const { truth } = trial.truth(index);
    return truth.endpoints[endpointIndex(truth, aim)].spec.repopulation !== undefined;
  });
}

/** What the analysis leaves out of arms that differ in overall time. */
function timePremise(trial: Trial): string[] {
  const days = trial.arms.map(({ schedules: [{ schedule }] }) => overallTimeDays(schedule));
  const [least, most] = [Math.min(...days), Math.max(...days)];
  if (least === most) return [];
  const what = `The arms take from ${least} to ${most} days, and the analysis has no effect of overall time`;
  return repopulates(trial)
    ? [`${what}: a truth repopulates, so that the estimate takes time for fraction size and is biased.`]
    : [`${what}, nor has the truth: were there one, the estimate would take it for one of fraction size.`];
}

/** What the analysis leaves out of arms that differ in agents. */
function agentPremise({ arms }: Trial): string[] {
  const sets = new Set(arms.map(({ agents }) => [...agents].sort().join(' ')));
  return sets.size > 1
    ? [
        'The arms differ in the agents given beside radiotherapy, and the analysis has no effect of them: the estimate takes it for one of dose.',
      ]
    : [];
}

/** What an estimate of α/β takes for granted in this trial, besides what it does in every one. */
export function aimAssumptions(trial: Trial): Assumption[] {
  const aim = trial.design.aim!;
  const isVarying = trial.truthNames.some((_, index) => {
    const known = trial.truth(index);
    return trueAlphaBeta(known, known.truth.endpoints[endpointIndex(known.truth, aim)]).isMedian;
  });
  const { countsUnevaluableAsFailures, unevaluable } = trial.design;
  return [
    ...timePremise(trial),
    ...agentPremise(trial),
    ...(isVarying ? [MEDIAN] : []),
    ...(countsUnevaluableAsFailures && unevaluable > 0 ? [INTENTION] : []),
  ].map((note): Assumption => ({ about: 'design, alphaBeta', basis: 'assumed', note }));
}

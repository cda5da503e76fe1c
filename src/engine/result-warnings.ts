import { exceedsLqLimit, LQ_LIMIT_GY } from '../radiobiology/lq-limit.ts';
import { inexactPower } from '../scenario/inexact-counts.ts';
import type { Trial } from '../scenario/trial.ts';
import type { ExactResult } from './batch-result.ts';

/** What the doses and rates of a run give cause to say. */
export function resultWarnings(trial: Trial, exact: readonly ExactResult[]): string[] {
  const high = trial.arms.flatMap(({ name, schedules }) =>
    schedules.some(({ schedule }) => exceedsLqLimit(schedule))
      ? [
          `arm ${name} gives more than ${LQ_LIMIT_GY} Gy a fraction, where the linear-quadratic model is disputed`,
        ]
      : [],
  );
  const inexact = exact.some(({ isExact }) => !isExact)
    ? [
        'the population is beyond quadrature (over three characteristics vary continuously, a finite one is correlated, or there are too many): rates rest on a reference sample, and nothing is called exact',
      ]
    : [];
  // Without a claim there is no power that could be exact
  const makesClaim = !trial.design.aim && !trial.design.escalation;
  const reasons = (makesClaim ? trial.truthNames : []).flatMap((_, index) =>
    inexactPower(trial, trial.truth(index).truth),
  );
  const uncounted =
    reasons.length > 0 ? [`power has no exact value: ${[...new Set(reasons)].join('; ')}`] : [];
  const { localControl } = trial.scenario.truth;
  const untimed =
    localControl &&
    localControl.model !== 'statedRates' &&
    !('latency' in localControl && localControl.latency);
  return [
    ...high,
    ...inexact,
    ...uncounted,
    ...(untimed ? ['no latency of local failure: local control is the long-run rate at any time'] : []),
  ];
}

import { normalReach } from '../numeric/normal-reach.ts';
import type { EffectArm, EffectMeasure, Effects } from './effects-schema.ts';

/** Where the covariance between arms comes from: they share one control. */
export type CovarianceBasis = 'eventCounts' | 'controlVariance' | 'halfTheSmaller';

type Counts = Pick<EffectArm, 'events' | 'patients'>;

/** What an arm's counts add to the variance of a log ratio, or undefined where they do not suffice. */
export function countVariance({ events, patients }: Counts, measure: EffectMeasure): number | undefined {
  if (events === undefined) return undefined;
  // Hazard ratio: 1/e; odds ratio: 1/e + 1/(n − e)
  if (measure === 'hazardRatio') return 1 / events;
  return patients === undefined ? undefined : 1 / events + 1 / (patients - events);
}

/** Variance of an arm's log ratio by its published interval, or undefined where it has none. */
export function intervalVariance({
  interval,
  level,
}: Pick<EffectArm, 'interval' | 'level'>): number | undefined {
  if (!interval) return undefined;
  // (ln(high/low)/(2z))²
  const error = Math.log(interval[1] / interval[0]) / (2 * normalReach(level));
  return error * error;
}

/** Variance of an arm's log ratio by event counts, or undefined where they do not suffice. */
export function eventVariance({ control, measure }: Effects, arm: EffectArm): number | undefined {
  const [own, shared] = [countVariance(arm, measure), countVariance(control, measure)];
  return own === undefined || shared === undefined ? undefined : own + shared;
}

/** Variance of an arm's log ratio: by counts where there are, else by its interval. @throws RangeError if it has neither */
export function logRatioVariance(effects: Effects, arm: EffectArm): number {
  const variance = eventVariance(effects, arm) ?? intervalVariance(arm);
  if (variance === undefined) throw new RangeError('invalid arm (must have an interval or events)');
  return variance;
}

/** What the covariance between two arms rests on. */
export function covarianceBasis({ control, controlVariance, measure }: Effects): CovarianceBasis {
  if (controlVariance !== undefined) return 'controlVariance';
  return countVariance(control, measure) === undefined ? 'halfTheSmaller' : 'eventCounts';
}

/** The control's part in every log ratio where it is known, which is the covariance of any two arms. */
export function sharedVariance(effects: Effects): number | undefined {
  return effects.controlVariance ?? countVariance(effects.control, effects.measure);
}

/** Covariance matrix of the arms' log ratios. */
export function logRatioCovariance(effects: Effects): number[][] {
  const variances = effects.arms.map((arm) => logRatioVariance(effects, arm));
  const shared = sharedVariance(effects);
  return variances.map((vi, i) =>
    variances.map((vj, j) => (i === j ? vi : (shared ?? Math.min(vi, vj) / 2))),
  );
}

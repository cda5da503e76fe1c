import { requirePositive } from '../../numeric/require-argument.ts';
import type { RateLaw } from './rate-law.ts';

/** How far the number of patients controlled in an arm scatters from trial to trial: variances of the count. */
export interface CountSpread {
  readonly meanRate: number;
  /** Standard deviation of the rate over its law. */
  readonly rateDeviation: number;
  /** n·E[p(1 − p)]: chance, each patient's rate being what it is. */
  readonly chance: number;
  /** n·Var(p): independent patients whose rates differ. */
  readonly patientsDiffer: number;
  /** n²·Var(p): one rate, shared by all patients of a trial, that nobody knows. */
  readonly sharedUnknown: number;
  /** n·p̄(1 − p̄): one rate for all, the mean. */
  readonly binomial: number;
}

/** The parts of a count's variance, by the law of total variance. */
export function countSpread(size: number, { rates, weights }: RateLaw): CountSpread {
  const n = requirePositive('size', size);
  const meanRate = rates.reduce((sum, rate, i) => sum + weights[i] * rate, 0);
  const variance = rates.reduce(
    (sum, rate, i) => sum + weights[i] * (rate - meanRate) * (rate - meanRate),
    0,
  );
  const within = rates.reduce((sum, rate, i) => sum + weights[i] * rate * (1 - rate), 0);
  return {
    meanRate,
    rateDeviation: Math.sqrt(variance),
    chance: n * within,
    patientsDiffer: n * variance,
    sharedUnknown: n * n * variance,
    binomial: n * meanRate * (1 - meanRate),
  };
}

/** How many times the binomial variance a count has, one unknown being shared by all patients of a trial. */
export const inflation = ({ chance, sharedUnknown, binomial }: CountSpread): number =>
  (chance + sharedUnknown) / binomial;

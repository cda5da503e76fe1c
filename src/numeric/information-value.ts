import { positivePartGain } from './positive-part.ts';

/** What it is worth to know something before a decision between acting and doing nothing. */
export interface InformationValue {
  /** E max(E[u | known], 0) − max(E u, 0), never below 0. */
  readonly estimate: number;
  /** By how much noise had lifted it, taken off again. */
  readonly bias: number;
}

/** Sums of the utilities in one bin, of either sample. */
interface BinSums {
  readonly n: [number, number];
  readonly sum: [number, number];
}

/** The two values of a bin, each times its positions: decided by its own mean, and by the mean of the other sample. */
function valuesOf({ n, sum }: BinSums): readonly [own: number, crossed: number] {
  const own = Math.max(sum[0] + sum[1], 0);
  if (n[0] === 0 || n[1] === 0) return [own, own];
  return [own, (sum[1] > 0 ? sum[0] : 0) + (sum[0] > 0 ? sum[1] : 0)];
}

/** Share of the second value at which their biases cancel where the means of bins pass evenly through 0. */
const CROSSED = 1 / 3;

/**
 * The expected value of knowing which bin the world is in, where acting gives the utility `u` and doing nothing 0. Decided
 * by the mean of each bin it is too high, as noise decides too; decided in each of two samples by the other it is too low.
 * Over means m that pass evenly through 0, with noise of variance s², the first is lifted by ∫ E max(m + e, 0) − max(m, 0)
 * dm = s²/2 and the second, whose samples have the noise 2s², lowered by s²: the estimate is two parts of the first and one
 * of the second. A bin that holds worlds in which to act and others blurs the value downwards, the less the more bins there
 * are.
 *
 * @param utility of two independent samples of as many worlds, one after the other
 * @param bins by position, from 0 without a gap
 * @param counts how often each position counts, once unless given
 * @see Strong & Oakley 2013, Medical Decision Making 33:755 (sorting into bins)
 */
export function binnedInformation(
  utility: ArrayLike<number>,
  bins: ArrayLike<number>,
  counts?: ArrayLike<number>,
): InformationValue {
  const sums: BinSums[] = [];
  for (let k = 0; k < utility.length; k++) {
    const count = counts ? counts[k] : 1;
    const { n, sum } = (sums[bins[k]] ??= { n: [0, 0], sum: [0, 0] });
    const sample = 2 * k < utility.length ? 0 : 1;
    n[sample] += count;
    sum[sample] += count * utility[k];
  }
  let [all, whole, value, bias] = [0, 0, 0, 0];
  for (const bin of sums) {
    const [own, crossed] = valuesOf(bin);
    all += bin.n[0] + bin.n[1];
    whole += bin.sum[0] + bin.sum[1];
    value += own;
    bias += CROSSED * (own - crossed);
  }
  return { estimate: Math.max(0, (value - bias - Math.max(whole, 0)) / all), bias: bias / all };
}

/**
 * The expected value of knowing everything: E max(u, 0) − max(E u, 0), less what the noise of the utilities adds.
 *
 * @param sd standard deviation of each utility’s noise; none unless given
 * @param counts how often each position counts, once unless given
 */
export function perfectInformation(
  utility: ArrayLike<number>,
  sd?: ArrayLike<number>,
  counts?: ArrayLike<number>,
): InformationValue {
  let [all, whole, value, bias] = [0, 0, 0, 0];
  for (let k = 0; k < utility.length; k++) {
    const n = counts ? counts[k] : 1;
    all += n;
    whole += n * utility[k];
    value += n * Math.max(utility[k], 0);
    if (sd) bias += n * positivePartGain(utility[k], sd[k]);
  }
  return { estimate: Math.max(0, (value - bias - Math.max(whole, 0)) / all), bias: bias / all };
}

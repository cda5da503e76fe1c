import { positivePartGain } from './positive-part.ts';

/** What it is worth to know something before a decision between acting and doing nothing. */
export interface InformationValue {
  /** E max(E[u | known], 0) − max(E u, 0), less `bias`, and never below 0. */
  readonly estimate: number;
  /** By how much the noise of the bins’ means has lifted it, taken off again. */
  readonly bias: number;
}

/**
 * The expected value of knowing which bin the world is in, where acting gives the utility `u` and doing nothing 0: the mean
 * utility of each bin, its positive part, less what the noise of that mean adds on average. A bin that holds both worlds in
 * which to act and worlds in which not to blurs the value downwards, by less the more bins there are.
 *
 * @param bins by position, from 0 without a gap
 * @param counts how often each position counts, once unless given
 * @see Strong & Oakley 2013, Medical Decision Making 33:755
 */
export function binnedInformation(
  utility: ArrayLike<number>,
  bins: ArrayLike<number>,
  counts?: ArrayLike<number>,
): InformationValue {
  const sums: { n: number; sum: number; squares: number }[] = [];
  let [all, whole] = [0, 0];
  for (let k = 0; k < utility.length; k++) {
    const n = counts ? counts[k] : 1;
    const bin = (sums[bins[k]] ??= { n: 0, sum: 0, squares: 0 });
    bin.n += n;
    bin.sum += n * utility[k];
    bin.squares += n * utility[k] * utility[k];
    all += n;
    whole += n * utility[k];
  }
  let [value, bias] = [0, 0];
  for (const { n, sum, squares } of sums) {
    if (n === 0) continue;
    const mean = sum / n;
    // The variance of the mean of a bin, s²/n
    const error = n > 1 ? Math.sqrt(Math.max(0, squares / n - mean * mean) / (n - 1)) : 0;
    value += (n / all) * Math.max(mean, 0);
    bias += (n / all) * positivePartGain(mean, error);
  }
  return { estimate: Math.max(0, value - bias - Math.max(whole / all, 0)), bias };
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

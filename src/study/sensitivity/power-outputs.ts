import type { OutputNoise, PickFreezeOutputs } from '../../numeric/variance-indices.ts';
import type { WorldPowers } from '../tasks/world-powers.ts';

/** A column of a study’s worlds, cut into A, B and the mixtures. */
export function pickFreezeOutputs(
  column: Float64Array,
  rows: number,
): Pick<PickFreezeOutputs, 'a' | 'b' | 'mixed'> {
  const cut = (part: number): Float64Array => column.subarray(part * rows, (part + 1) * rows);
  const parts = column.length / rows;
  return { a: cut(0), b: cut(1), mixed: Array.from({ length: parts - 2 }, (_, i) => cut(i + 2)) };
}

/** Sampling variance of the mean of some values whose sum and sum of squares are known: s²/n. */
const varianceOfMean = (n: number, sum: number, squares: number): number =>
  Math.max(0, squares - (sum * sum) / n) / (n - 1) / n;

/** Sampling variance of each world’s power: 0 where it is exact. */
export function powerNoise({ power, isExact }: WorldPowers, replicates: number): Float64Array {
  // Of a share of n trials, p(1 − p)/(n − 1) is an unbiased estimate
  return power.map((p, w) => (isExact[w] ? 0 : (p * (1 - p)) / (replicates - 1)));
}

/**
 * Sampling variances of powers that are simulated, and of the differences between a row of A and its mixtures, whose trials
 * share their random numbers replicate by replicate; undefined where every power is exact.
 */
export function outputNoise(worlds: WorldPowers, rows: number, replicates: number): OutputNoise | undefined {
  const { power, isExact, successes } = worlds;
  if (!successes) return undefined;
  const outcome = (world: number, replicate: number): number =>
    isExact[world] ? power[world] : successes[world * replicates + replicate];
  const ofDifference = (first: number, second: number): number => {
    let [sum, squares] = [0, 0];
    for (let r = 0; r < replicates; r++) {
      const apart = outcome(first, r) - outcome(second, r);
      sum += apart;
      squares += apart * apart;
    }
    return varianceOfMean(replicates, sum, squares);
  };
  const noise = powerNoise(worlds, replicates);
  const mixtures = power.length / rows - 2;
  return {
    a: noise.subarray(0, rows),
    b: noise.subarray(rows, 2 * rows),
    mixed: Array.from({ length: mixtures }, (_, i) => noise.subarray((i + 2) * rows, (i + 3) * rows)),
    difference: Array.from({ length: mixtures }, (_, i) =>
      Float64Array.from({ length: rows }, (__, row) => ofDifference(row, (i + 2) * rows + row)),
    ),
  };
}

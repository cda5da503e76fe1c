import { describe, expect, it } from 'vitest';
import { pairedError } from '../../../src/study/sweep/paired-error.ts';
import { meanError, ratioInfluence, type Series } from '../../../src/study/sweep/series.ts';

const series = (values: readonly number[]): Series => ({ length: values.length, at: (r) => values[r] });
const flags = (values: readonly number[]): Series => ({ ...series(values), isFlag: true });
const error = (values: Series, mcse = meanError(values)) => ({ mcse, series: values });

describe('pairedError', () => {
  const a = series([1, 2, 4, 8, 9]);
  const b = series([2, 2, 5, 8, 11]);

  it('is that of the mean difference', () => {
    // Differences −1, 0, −1, 0, −2: mean −0.8, variance 0.7
    expect(pairedError(error(a), error(b))).toBeCloseTo(Math.sqrt(0.7 / 5), 14);
  });

  it('of other numbers of replicates, takes the covariance of those in common', () => {
    const longer = series([2, 2, 5, 8, 11, 3, 4]);
    const meanA = 4.8;
    const meanB = 5.6;
    const covariance =
      [1, 2, 4, 8, 9].reduce((sum, v, i) => sum + (v - meanA) * ([2, 2, 5, 8, 11][i] - meanB), 0) / 4;
    const variance = meanError(a) ** 2 + meanError(longer) ** 2 - (2 * 5 * covariance) / (5 * 7);
    expect(pairedError(error(a), error(longer))).toBeCloseTo(Math.sqrt(variance), 14);
  });

  it('of flags counts those that differ; where none does, or all do, half a count', () => {
    const n = 8;
    const half = 0.5 / (n + 1);
    const ones = flags(Array.from({ length: n }, () => 1));
    const noughts = flags(Array.from({ length: n }, () => 0));
    const expected = Math.sqrt((half * (1 - half)) / n);
    expect(pairedError(error(ones), error(ones))).toBeCloseTo(expected, 15);
    expect(pairedError(error(ones), error(noughts))).toBeCloseTo(expected, 15);
    const one = flags([1, 0, 0, 0, 0, 0, 0, 0]);
    // One of 8 differs: p(1 − p)/(n − 1)
    expect(pairedError(error(one), error(noughts))).toBeCloseTo(Math.sqrt((0.125 * 0.875) / 7), 15);
  });

  it('of equal numbers that are no flags is 0; without replicates it is that of independent estimates', () => {
    expect(pairedError(error(a), error(a))).toBe(0);
    expect(pairedError({ mcse: 3, series: a }, { mcse: 4, series: undefined })).toBe(5);
  });
});

describe('ratioInfluence', () => {
  it('has mean 0 and the standard error of the ratio', () => {
    const events = series([3, 4, 6, 5]);
    const sizes = series([10, 12, 15, 11]);
    const influence = ratioInfluence(events, sizes);
    const values = Array.from({ length: 4 }, (_, r) => influence.at(r));
    expect(values.reduce((x, y) => x + y)).toBeCloseTo(0, 15);
    // K/(K − 1)·Σ(e − p̂n)²/(Σn)², Cochran 1977
    const p = 18 / 48;
    const squares = [3, 4, 6, 5].reduce((sum, e, i) => sum + (e - p * [10, 12, 15, 11][i]) ** 2, 0);
    expect(meanError(influence)).toBeCloseTo(Math.sqrt((4 / 3) * squares) / 48, 15);
  });
});

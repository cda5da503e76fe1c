import { describe, expect, it } from 'vitest';
import { equalBins } from '../../src/numeric/equal-bins.ts';
import { binnedInformation, perfectInformation } from '../../src/numeric/information-value.ts';
import { normalQuantile } from '../../src/numeric/normal-quantile.ts';
import { percentileInterval } from '../../src/numeric/percentile-interval.ts';
import { positivePartGain } from '../../src/numeric/positive-part.ts';
import { quadraticFit } from '../../src/numeric/quadratic-fit.ts';
import { createScrambledSobol } from '../../src/random/scrambled-sobol.ts';
import { seedKey } from '../../src/random/seed-key.ts';

/** Standard normals by row and input; half the rows are of one sample, half of another. */
function normals(rows: number, inputs: number, seed: string): number[][] {
  const at = createScrambledSobol(seedKey(seed), 'test');
  return Array.from({ length: inputs }, (_, i) =>
    Array.from({ length: rows }, (__, j) => normalQuantile(at(j, i))),
  );
}

describe('positivePartGain', () => {
  it('is what integration gives', () => {
    // ∫ max(m + s·z, 0) φ(z) dz by the midpoint rule, less max(m, 0)
    for (const [mean, sd] of [
      [0, 1],
      [0.7, 1],
      [-0.7, 1],
      [2, 0.5],
    ]) {
      let sum = 0;
      for (let z = -9.9995; z < 10; z += 0.001)
        sum += (0.001 * Math.max(mean + sd * z, 0) * Math.exp(-0.5 * z * z)) / Math.sqrt(2 * Math.PI);
      expect(positivePartGain(mean, sd)).toBeCloseTo(sum - Math.max(mean, 0), 6);
    }
    expect(positivePartGain(0.3, 0)).toBe(0);
  });
});

describe('the value of information', () => {
  // u = m + x·s + y·t with standard normal x and y: knowing x is worth s·(φ(z) − zΦ(−z)), z = |m|/s; knowing both √(s² + t²)·…
  const closed = (mean: number, sd: number): number => positivePartGain(mean, sd);
  const cases = [
    { m: 0.1, s: 0.5, t: 0.3 },
    { m: -0.1, s: 0.5, t: 0.3 },
    { m: 0.4, s: 0.3, t: 0.6 },
    { m: 0, s: 0.05, t: 1 },
  ];

  it.each(cases)('is that of two normals with a linear utility: $m + $s·x + $t·y', ({ m, s, t }) => {
    const rows = 4096;
    const seeds = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const found = seeds.map((seed) => {
      const [x, y] = normals(rows, 2, seed);
      const utility = x.map((value, j) => m + s * value + t * y[j]);
      return [
        binnedInformation(utility, equalBins(x, 64)).estimate,
        binnedInformation(utility, equalBins(y, 64)).estimate,
        perfectInformation(utility).estimate,
      ];
    });
    const mean = (k: number): number => found.reduce((sum, values) => sum + values[k], 0) / seeds.length;
    expect(mean(0)).toBeCloseTo(closed(m, s), 2);
    expect(mean(1)).toBeCloseTo(closed(m, t), 2);
    expect(Math.abs(mean(2) - closed(m, Math.hypot(s, t)))).toBeLessThan(0.003);
  });

  it('takes off what the noise of the means adds: knowing something without bearing is worth nothing', () => {
    const [x, y] = normals(4096, 2, 'idle');
    const utility = y.map((value) => 0.02 + value);
    const { estimate, bias } = binnedInformation(utility, equalBins(x, 64));
    // Over seeds the estimate has mean 0.0001 and standard deviation 0.0005, and the bias mean 0.0018
    expect(bias).toBeGreaterThan(0.0003);
    expect(estimate).toBeLessThan(0.003);
  });

  it('takes off what the noise of the utilities adds to knowing everything', () => {
    const [x, noise] = normals(4096, 2, 'noisy');
    const utility = x.map((value, j) => value + 0.5 * noise[j]);
    const plain = perfectInformation(utility).estimate;
    const corrected = perfectInformation(utility, new Float64Array(4096).fill(0.5)).estimate;
    const truth = closed(0, 1);
    expect(Math.abs(corrected - truth)).toBeLessThan(0.5 * Math.abs(plain - truth));
  });

  it('is never below 0, and is the same for rows that count twice as for rows given twice', () => {
    const utility = [0.3, -0.5, 0.2, -0.4, 0.1, 0.2];
    const bins = [0, 1, 2, 0, 1, 2];
    const counts = [2, 1, 1, 1, 3, 0];
    const rows = counts.flatMap((n, k) => Array<number>(n).fill(k));
    const repeated = binnedInformation(
      rows.map((k) => utility[k]),
      rows.map((k) => bins[k]),
    );
    expect(binnedInformation(utility, bins, counts).bias).toBeCloseTo(repeated.bias, 12);
    expect(binnedInformation(utility, bins, counts).estimate).toBeCloseTo(repeated.estimate, 12);
    expect(perfectInformation(utility, undefined, counts).estimate).toBeCloseTo(
      perfectInformation(rows.map((k) => utility[k])).estimate,
      12,
    );
    expect(binnedInformation([1, 2, 3, 4], [0, 0, 1, 1]).estimate).toBe(0);
  });
});

describe('equalBins', () => {
  it('holds about so many each, in the order of the values', () => {
    const values = Array.from({ length: 103 }, (_, k) => (k * 37) % 103);
    const bins = equalBins(values, 10);
    const sizes = new Map<number, number>();
    bins.forEach((bin) => {
      sizes.set(bin, (sizes.get(bin) ?? 0) + 1);
    });
    expect([...sizes.keys()].sort((a, b) => a - b)).toEqual([...Array(10).keys()]);
    expect([...sizes.values()].sort((a, b) => a - b)).toEqual([10, 10, 10, 10, 10, 10, 10, 10, 10, 13]);
    values.forEach((value, k) => {
      if (value > 60) expect(bins[k]).toBeGreaterThan(bins[values.indexOf(0)]);
    });
  });

  it('never tears equal values apart', () => {
    const bins = equalBins([1, 0, 1, 0, 0, 1, 0, 1, 1], 2);
    expect([...bins]).toEqual([1, 0, 1, 0, 0, 1, 0, 1, 1]);
    expect([...equalBins([5, 5, 5, 5], 1)]).toEqual([0, 0, 0, 0]);
  });
});

describe('percentileInterval', () => {
  it('leaves out as much on either side, and goes straight between values', () => {
    expect(percentileInterval([4, 0, 1, 3, 2], 0.5)).toEqual([1, 3]);
    expect(percentileInterval([0, 10], 0.9)[0]).toBeCloseTo(0.5, 12);
    expect(percentileInterval([7], 0.95)).toEqual([7, 7]);
  });

  it.each([
    [[], 0.95],
    [[1], 0],
    [[1], 1],
    [[1], Number.NaN],
  ])('refuses %j at level %d', (values, level) => {
    expect(() => percentileInterval(values, level)).toThrow(RangeError);
  });
});

describe('quadraticFit', () => {
  const [x, y] = normals(512, 2, 'fit');

  it('gives a quadratic back, also beside columns that say nothing or the same again', () => {
    const response = x.map((value, k) => 1 + 2 * value - value * value + 0.5 * value * y[k]);
    for (const columns of [
      [x, y],
      [x, y, x],
      [x, y, new Float64Array(512).fill(3)],
    ]) {
      const fitted = quadraticFit(columns, response);
      for (const [k, value] of response.entries()) expect(fitted[k]).toBeCloseTo(value, 4);
    }
  });

  it('is a plane where rows are few for a quadratic', () => {
    const [few, more] = [x.slice(0, 40), y.slice(0, 40)];
    const response = few.map((value, k) => 1 + 2 * value - more[k] + value * value);
    const fitted = quadraticFit([few, more], response);
    // Residuals of least squares are orthogonal to the columns, not to the square
    const product = (of: readonly number[]): number =>
      of.reduce((sum, value, k) => sum + value * (response[k] - fitted[k]), 0);
    expect(Math.abs(product(few))).toBeLessThan(1e-5);
    expect(Math.abs(product(few.map((value) => value * value)))).toBeGreaterThan(1);
  });
});

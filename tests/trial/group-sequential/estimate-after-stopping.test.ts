import { describe, expect, it } from 'vitest';
import { normalCdf } from '../../../src/numeric/normal-cdf.ts';
import {
  estimateAfterStopping,
  stagewiseTail,
} from '../../../src/trial/group-sequential/estimate-after-stopping.ts';
import { naiveBias } from '../../../src/trial/group-sequential/naive-bias.ts';
import { naiveLooks } from '../../fixtures/naive-looks.ts';
import { simulateScores, stopOf, uniforms } from '../../fixtures/simulated-looks.ts';

const bounds = { information: [0.4, 0.7, 1], upper: [2.6, 2.4, 2.05], lower: [-0.5, 0.6, 2.05] };

/** P(efficacy at an earlier look, or so high a score at this one), on a plain grid. */
function naiveTail({ look, z }: { look: number; z: number }, drift: number): number {
  const upper = [...bounds.upper.slice(0, look), z];
  const found = naiveLooks(bounds.information.slice(0, look + 1), upper, bounds.lower, drift, 400);
  return found.upper.reduce((sum, p) => sum + p, 0);
}

describe('the estimate after stopping', () => {
  it.each([
    { look: 0, z: 3.1 },
    { look: 1, z: 2.5 },
    { look: 1, z: 0.2 },
    { look: 2, z: 2.3 },
    { look: 2, z: 1 },
    // So far from what its earlier looks let pass that the search must go beyond twice the naive interval
    { look: 2, z: 9 },
    { look: 2, z: -9 },
  ])('is where half of the trials end as much in favour, its limits where as many as they say: %j', (end) => {
    const { low, medianUnbiased, high, pValue } = estimateAfterStopping(bounds, end, 0.9);
    expect(naiveTail(end, low)).toBeCloseTo(0.05, 6);
    expect(naiveTail(end, medianUnbiased)).toBeCloseTo(0.5, 6);
    expect(naiveTail(end, high)).toBeCloseTo(0.95, 6);
    expect(naiveTail(end, 0)).toBeCloseTo(pValue, 7);
  });

  it('has a level of 95 % unless another is stated', () => {
    const end = { look: 1, z: 2.5 };
    expect(estimateAfterStopping(bounds, end)).toEqual(estimateAfterStopping(bounds, end, 0.95));
    const { naive } = estimateAfterStopping(bounds, end);
    expect(naive.estimate).toBeCloseTo(2.5 / Math.sqrt(0.7), 12);
    expect(naive.low).toBeCloseTo((2.5 - 1.959964) / Math.sqrt(0.7), 6);
    expect(naive.high).toBeCloseTo((2.5 + 1.959964) / Math.sqrt(0.7), 6);
  });

  it('is the naive one at the first look', () => {
    const found = estimateAfterStopping(bounds, { look: 0, z: 2.8 }, 0.9);
    expect(found.medianUnbiased).toBeCloseTo(2.8 / Math.sqrt(0.4), 10);
    expect(found.low).toBeCloseTo(found.naive.low, 10);
    expect(found.high).toBeCloseTo(found.naive.high, 10);
    expect(found.pValue).toBeCloseTo(normalCdf(-2.8), 14);
    expect(found.naive.high - found.naive.low).toBeCloseTo((2 * 1.644854) / Math.sqrt(0.4), 5);
  });

  it('is drawn towards none after late efficacy, and its limits hold it', () => {
    for (const end of [
      { look: 1, z: 2.5 },
      { look: 2, z: 2.3 },
    ]) {
      const { low, medianUnbiased, high, naive, pValue } = estimateAfterStopping(bounds, end);
      expect(low).toBeLessThan(medianUnbiased);
      expect(medianUnbiased).toBeLessThan(high);
      expect(medianUnbiased).toBeLessThan(naive.estimate);
      expect(pValue).toBeGreaterThan(normalCdf(-end.z));
    }
  });

  it('orders ends by stage: earlier efficacy, then the score, then later futility', () => {
    const ends = [
      { look: 0, z: 3 },
      { look: 0, z: 2.6 },
      { look: 1, z: 2.9 },
      { look: 1, z: 2.4 },
      { look: 2, z: 2.5 },
      { look: 2, z: 0 },
      { look: 1, z: 0.5 },
      { look: 0, z: -0.6 },
    ];
    const tails = ends.map((end) => stagewiseTail(bounds, end, 1));
    expect(tails).toEqual(tails.toSorted((a, b) => a - b));
  });

  it('has tails that are uniform under the true drift', () => {
    const [trials, drift] = [4000, 1.7];
    const uniform = uniforms(11);
    const below = [0.025, 0.5, 0.975].map((limit) => ({ limit, count: 0 }));
    for (let trial = 0; trial < trials; trial++) {
      const scores = simulateScores(bounds.information, drift, uniform);
      const look = stopOf(scores, bounds.upper, bounds.lower);
      const tail = stagewiseTail(bounds, { look, z: scores[look] }, drift);
      for (const share of below) if (tail < share.limit) share.count++;
    }
    for (const { limit, count } of below)
      expect(Math.abs(count / trials - limit)).toBeLessThan(5 * Math.sqrt((limit * (1 - limit)) / trials));
  });

  it('refuses what is no end', () => {
    expect(() => estimateAfterStopping(bounds, { look: 3, z: 1 })).toThrow(
      'invalid look: 3 (must be in 0 … 2)',
    );
    expect(() => stagewiseTail(bounds, { look: -1, z: 1 }, 0)).toThrow('invalid look: -1 (must be in 0 … 2)');
    expect(() => stagewiseTail(bounds, { look: Number.NaN, z: 1 }, 0)).toThrow('invalid look: NaN');
    expect(() => estimateAfterStopping(bounds, { look: 0, z: 1 }, 0)).toThrow('invalid level: 0');
    expect(() => estimateAfterStopping(bounds, { look: 0, z: Infinity })).toThrow('invalid z: Infinity');
    expect(() => estimateAfterStopping(bounds, { look: 0, z: 1 }, 1)).toThrow('invalid level: 1');
  });
});

describe('the bias of the naive estimate', () => {
  it('is none without interim looks, or where they stop nothing', () => {
    expect(naiveBias({ information: [1], upper: [2], lower: [2] }, 1.3)).toBeCloseTo(0, 12);
    const free = { information: [0.4, 0.8, 1], upper: [Infinity, Infinity, 2], lower: [-9, -9, 2] };
    expect(naiveBias(free, 1.3)).toBeCloseTo(0, 9);
  });

  it('is that of simulated trials', () => {
    const trials = 40_000;
    for (const drift of [0, 3]) {
      const uniform = uniforms(13);
      let [sum, squares] = [0, 0];
      for (let trial = 0; trial < trials; trial++) {
        const scores = simulateScores(bounds.information, drift, uniform);
        const look = stopOf(scores, bounds.upper, bounds.lower);
        const estimate = scores[look] / Math.sqrt(bounds.information[look]);
        sum += estimate;
        squares += estimate * estimate;
      }
      const mean = sum / trials;
      const error = Math.sqrt((squares / trials - mean * mean) / trials);
      expect(Math.abs(mean - drift - naiveBias(bounds, drift))).toBeLessThan(5 * error);
    }
  });

  it('has the sign of the drift in a symmetrical trial', () => {
    const symmetrical = { information: [0.5, 1], upper: [2.3, 2.3], lower: [-2.3, 2.3] };
    expect(naiveBias(symmetrical, 0)).toBeCloseTo(0, 12);
    expect(naiveBias(symmetrical, 2)).toBeGreaterThan(0.05);
    expect(naiveBias(symmetrical, -2)).toBeCloseTo(-naiveBias(symmetrical, 2), 10);
  });
});

import { describe, expect, it } from 'vitest';
import { summariseChains } from '../../src/numeric/chain-diagnostics.ts';
import { sampleMetropolis } from '../../src/random/metropolis.ts';
import { seedKey } from '../../src/random/seed-key.ts';

const RHO = 0.8;
/** Normal with means 1 and −2, standard deviations 2 and 0.5, correlation 0.8. */
const lnDensity = ([x, y]: readonly number[]): number => {
  const [a, b] = [(x - 1) / 2, (y + 2) / 0.5];
  return -(a * a - 2 * RHO * a * b + b * b) / (2 * (1 - RHO * RHO));
};
const factor = [
  [2, 0],
  [0.4, 0.3],
];
const plan = { chains: 4, warmUp: 1000, steps: 20_000, purpose: 'test' };
const run = (seed: string) => sampleMetropolis(lnDensity, [1, -2], factor, seedKey(seed), plan);

/** Bound in standard errors: eight comparisons, false alarms below 1e-6. */
const BOUND = 5.3;

describe('random-walk Metropolis', () => {
  it('has the moments of a known density', () => {
    const { values, acceptance } = run('metropolis');
    const of = (f: (x: number, y: number) => number) =>
      summariseChains(values[0].map((chain, k) => chain.map((x, i) => f(x, values[1][k][i]))));
    const near = (f: (x: number, y: number) => number, truth: number) => {
      const { mean, mcse } = of(f);
      expect(Math.abs(mean - truth) / mcse).toBeLessThan(BOUND);
    };
    near((x) => x, 1);
    near((_, y) => y, -2);
    near((x) => (x - 1) * (x - 1), 4);
    near((_, y) => (y + 2) * (y + 2), 0.25);
    near((x, y) => (x - 1) * (y + 2), 0.8);
    near((x) => (x > 1 ? 1 : 0), 0.5);
    expect(acceptance).toBeGreaterThan(0.2);
    expect(acceptance).toBeLessThan(0.5);
  });

  it('stays where the density is above 0', () => {
    const half = (point: readonly number[]): number => (point[0] < 1 ? -Infinity : lnDensity(point));
    const { values } = sampleMetropolis(half, [1, -2], factor, seedKey('half'), { ...plan, steps: 500 });
    for (const chain of values[0]) expect(Math.min(...chain)).toBeGreaterThanOrEqual(1);
  });

  it('repeats by seed, and other seeds differ', () => {
    expect(run('a').values[0][2]).toEqual(run('a').values[0][2]);
    expect(run('a').values[0][2]).not.toEqual(run('b').values[0][2]);
  });

  it('longer chains begin with the shorter ones', () => {
    const short = sampleMetropolis(lnDensity, [1, -2], factor, seedKey('a'), { ...plan, steps: 100 });
    expect(run('a').values[1][3].subarray(0, 100)).toEqual(short.values[1][3]);
  });

  it('refuses a mode of density 0', () => {
    expect(() => sampleMetropolis(() => -Infinity, [0], [[1]], seedKey('a'), plan)).toThrow('invalid mode');
  });
});

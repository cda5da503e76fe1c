import { describe, expect, it } from 'vitest';
import { normalCdf } from '../../src/numeric/normal-cdf.ts';
import { normalQuadrature } from '../../src/numeric/normal-quadrature.ts';
import { normalQuantile } from '../../src/numeric/normal-quantile.ts';

const THREE_ROUNDINGS = 3 * Number.EPSILON;
const relative = (got: number, expected: number): number => Math.abs(got / expected - 1);

/** By arbitrary-precision inversion of erfc (mpmath 1.3, 40 digits), rounded to doubles. */
const quantiles: [probability: number, z: number][] = [
  [1e-300, -37.0470962993612],
  [1e-100, -21.273453560965326],
  [1e-16, -8.222082216130435],
  [1e-10, -6.361340902404057],
  [1e-5, -4.264890793922825],
  [0.001, -3.0902323061678136],
  [0.025, -1.9599639845400543],
  [0.075, -1.439531470938456],
  [0.25, -0.6744897501960817],
  [0.42, -0.20189347914185085],
  [0.9, 1.2815515655446004],
  [0.975, 1.9599639845400543],
];

/** The same source: erfc(−z/√2)/2. */
const shares: [z: number, share: number][] = [
  [-38, 2.88542835e-316],
  [-20, 2.7536241186062337e-89],
  [-8.5, 9.479534822203318e-18],
  [-5, 2.866515718791939e-7],
  [-3, 0.0013498980316300946],
  [-1.96, 0.024997895148220435],
  [-1, 0.15865525393145705],
  [-0.5, 0.3085375387259869],
  [0.3, 0.6179114221889527],
  [1, 0.8413447460685429],
  [2.5, 0.9937903346742238],
];

describe('normal quantile', () => {
  it.each(quantiles)('of %d is %d', (probability, z) => {
    expect(relative(normalQuantile(probability), z)).toBeLessThan(THREE_ROUNDINGS);
  });

  it('is 0 at one half, and infinite at the ends', () => {
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(0)).toBe(-Infinity);
    expect(normalQuantile(1)).toBe(Infinity);
  });

  it('is finite at the least and the greatest uniform that a stream gives', () => {
    expect(normalQuantile(2 ** -54)).toBeCloseTo(-8.2925, 3);
    expect(normalQuantile(1 - 2 ** -53)).toBeCloseTo(8.2095, 3);
  });

  it('rises, also where its three branches meet', () => {
    const near = [0.075, 0.925, Math.exp(-25), 1 - Math.exp(-25)];
    for (const p of near) {
      const step = Math.max(Math.min(p, 1 - p) * 1e-6, 2 ** -53);
      for (let k = -20; k < 20; k++) {
        expect(normalQuantile(p + (k + 1) * step)).toBeGreaterThan(normalQuantile(p + k * step));
      }
    }
  });

  it('inverts the distribution function in the lower tail to 13 digits of the probability', () => {
    for (let exponent = -300; exponent < -0.3; exponent += 0.37) {
      const p = 10 ** exponent;
      const z = normalQuantile(p);
      // A rounding error of z moves Φ(z) by about z² of them
      expect(relative(normalCdf(z), p)).toBeLessThan(THREE_ROUNDINGS * (4 + z * z));
    }
  });
});

describe('normal distribution function', () => {
  it.each(shares)('at %d is %d', (z, share) => {
    const roundingOfArgument = 2.3e-16 * (2 + z * z);
    const subnormal = share < 2.3e-308 ? 5e-324 / share : 0;
    expect(relative(normalCdf(z), share)).toBeLessThan(roundingOfArgument + subnormal);
  });

  it('and its complement sum to 1', () => {
    for (let z = 0; z < 9; z += 0.17) expect(normalCdf(z) + normalCdf(-z)).toBeCloseTo(1, 15);
    expect([normalCdf(-Infinity), normalCdf(0), normalCdf(Infinity)]).toEqual([0, 0.5, 1]);
  });
});

describe('normal quadrature', () => {
  const moment = (level: number, order: number): number => {
    const { nodes, weights } = normalQuadrature(level);
    return nodes.reduce((sum, z, i) => sum + weights[i] * z ** order, 0);
  };

  it.each([1, 2, 3, 4])('has the moments 1, 0, 1, 0, 3, 0, 15, 105 of the normal at level %i', (level) => {
    const moments = [0, 1, 2, 3, 4, 5, 6, 8].map((order) => moment(level, order));
    [1, 0, 1, 0, 3, 0, 15, 105].forEach((expected, k) => {
      expect(Math.abs(moments[k] - expected)).toBeLessThan(1e-7);
    });
  });

  it('converges on E[e^Z] = e^½ to the last digits', () => {
    const { nodes, weights } = normalQuadrature(3);
    const mean = nodes.reduce((sum, z, i) => sum + weights[i] * Math.exp(z), 0);
    expect(relative(mean, Math.exp(0.5))).toBeLessThan(1e-13);
  });

  it('each level contains the nodes of the one before', () => {
    for (let level = 1; level < 5; level++) {
      const finer = new Set(normalQuadrature(level + 1).nodes);
      expect([...normalQuadrature(level).nodes].filter((node) => !finer.has(node))).toEqual([]);
    }
  });
});

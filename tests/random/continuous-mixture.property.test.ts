import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalCdf } from '../../src/numeric/normal-cdf.ts';
import { continuousMixture } from '../../src/random/continuous-mixture.ts';
import { createLaw, type LawSpec, lawSchema } from '../../src/random/distribution-schema.ts';

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const anyLaw: fc.Arbitrary<LawSpec> = fc.oneof(
  fc.record({ logNormal: fc.record({ median: between(0.5, 50), sigma: between(0.05, 1.5) }) }),
  fc.record({ normal: fc.record({ mean: between(-20, 20), sd: between(0.05, 10) }) }),
  fc.record({ gamma: fc.record({ shape: between(0.2, 30), scale: between(0.1, 5) }) }),
  fc.record({ weibull: fc.record({ shape: between(0.5, 5), scale: between(0.1, 20) }) }),
  fc.record({ beta: fc.record({ a: between(0.5, 20), b: between(0.5, 20) }) }),
  fc.record({
    studentT: fc.record({
      degreesOfFreedom: between(1, 50),
      location: between(-5, 5),
      scale: between(0.1, 2),
    }),
  }),
  between(0.5, 20).map((width) => ({ uniform: { min: -1, max: width } })),
  between(1, 20).map((max) => ({
    logNormal: { median: 4, sigma: 0.6 },
    within: [0.5, max] as [number, number],
  })),
);
const mixtures = fc
  .array(fc.record({ share: between(0.01, 1), law: anyLaw }), { minLength: 2, maxLength: 4 })
  .map((parts) => {
    const total = parts.reduce((sum, { share }) => sum + share, 0);
    return parts.map(({ share, law }) => ({ weight: share / total, ...law }));
  });
const scores = Array.from({ length: 81 }, (_, i) => -8 + i / 5 + 0.0123);

describe('any mixture', () => {
  it('rises, and has the share of its quantile’s normal score on either side, within the bound of its table', () => {
    fc.assert(
      fc.property(mixtures, (spec) => {
        expect(lawSchema.safeParse({ mixture: spec }).success).toBe(true);
        const mixture = continuousMixture(
          spec.map((component) => ({ weight: component.weight, law: createLaw(component) })),
        );
        const isPositive = mixture.atNormalScore(-8.5) > 0;
        const [toScale, fromScale] = isPositive ? [Math.log, Math.exp] : [(x: number) => x, (x: number) => x];
        const spread = toScale(mixture.quantile(0.75)) - toScale(mixture.quantile(0.25));
        let before = -Infinity;
        for (const z of scores) {
          const y = toScale(mixture.atNormalScore(z));
          const error = 1e-9 * spread + 8 * Number.EPSILON * Math.abs(y);
          expect(y).toBeGreaterThanOrEqual(before - error);
          before = y;
          const [low, high] = [fromScale(y - error), fromScale(y + error)];
          const tail = normalCdf(-Math.abs(z));
          // Near the end of a law the difference to it is rounded, and a cut law's share is a difference
          const rounding = 1e-12 * tail + 8 * Number.EPSILON;
          if (z > 0) {
            expect(mixture.survival(low)).toBeGreaterThanOrEqual(tail - rounding);
            expect(mixture.survival(high)).toBeLessThanOrEqual(tail + rounding);
          } else {
            expect(mixture.cdf(low)).toBeLessThanOrEqual(tail + rounding);
            expect(mixture.cdf(high)).toBeGreaterThanOrEqual(tail - rounding);
          }
        }
      }),
      { numRuns: 30, seed: 20261125 },
    );
  });
});

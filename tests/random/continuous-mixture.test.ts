import { describe, expect, it } from 'vitest';
import { findRoot } from '../../src/numeric/find-root.ts';
import { normalCdf } from '../../src/numeric/normal-cdf.ts';
import { normalQuantile } from '../../src/numeric/normal-quantile.ts';
import { type Component, continuousMixture } from '../../src/random/continuous-mixture.ts';
import { createLaw, type LawSpec } from '../../src/random/distribution-schema.ts';
import { truncated } from '../../src/random/truncated.ts';

const law = (weight: number, spec: LawSpec): Component => ({ weight, law: createLaw(spec) });

const YANG = 0.22200990814766094;
/** α/β of two groups of tumours: median 3.29 Gy (IQR 2.1 to 5.0) and 5.98 Gy (4.0 to 7.7), together median 5.42 Gy. */
const yang = [
  law(YANG, { logNormal: { median: 3.29, sigma: 0.6430791331169458 } }),
  law(1 - YANG, { logNormal: { median: 5.98, sigma: 0.485497346363939 } }),
];
const cut = [
  law(0.4, { logNormal: { median: 3, sigma: 0.5 }, within: [1, 8] }),
  law(0.6, { logNormal: { median: 7, sigma: 0.3 }, within: [2, 20] }),
];
const kinked = [law(0.3, { uniform: { min: 0, max: 1 } }), law(0.7, { exponential: { mean: 2 } })];
const apart = [law(0.5, { normal: { mean: 0, sd: 1 } }), law(0.5, { normal: { mean: 12, sd: 1 } })];
const farApart = [law(0.5, { normal: { mean: 0, sd: 1 } }), law(0.5, { normal: { mean: 300, sd: 1 } })];
const slow = [law(0.5, { gamma: { shape: 0.2, scale: 3 } }), law(0.5, { beta: { a: 0.3, b: 0.4 } })];
const alike = [
  law(0.5, { gamma: { shape: 2, scale: 3 } }),
  law(0.25, { gamma: { shape: 2, scale: 3 } }),
  law(0.25, { gamma: { shape: 2, scale: 3.0001 } }),
];

describe('the mixture of continuous laws', () => {
  // mpmath 1.3, 40 digits, by bisection
  it.each([
    [
      'the α/β of Yang 2021',
      yang,
      [
        [1e-12, 0.04093025896812591],
        [0.05, 1.8896987142840143],
        [0.25, 3.681516564220896],
        [0.5, 5.42],
        [0.75, 7.76376759925931],
        [0.95, 12.759386678503418],
        [0.999999, 62.785822993312316],
      ],
    ],
    [
      'cut log-normals',
      cut,
      [
        [1e-6, 1.000033657724929],
        [0.1, 2.1554558903084855],
        [0.5, 5.574938688764003],
        [0.9, 9.354957235235021],
        [0.999999, 19.988608853812156],
      ],
    ],
    [
      'a uniform and an exponential, with a kink at 1',
      kinked,
      [
        [1e-6, 1.5384618570778836e-6],
        [0.2, 0.32083694814185193],
        [0.5754, 0.9999442927359924],
        [0.5755, 1.0003366585840052],
        [0.9, 3.8918202981106265],
        [0.999, 13.102160670086809],
      ],
    ],
    [
      'normals far apart',
      apart,
      [
        [1e-9, -5.884193354800461],
        [0.1, -0.8416212335729142],
        [0.49, 2.053748910631823],
        [0.499999, 4.611382354593832],
        [0.500001, 7.388617645406168],
        [0.51, 9.946251089368177],
        [0.9, 12.841621233572914],
      ],
    ],
  ])('%s: quantiles to 1e-9', (_, components, quantiles) => {
    const mixture = continuousMixture(components);
    for (const [probability, exact] of quantiles) {
      expect(Math.abs(mixture.quantile(probability) / exact - 1)).toBeLessThan(1e-9);
      // The reference itself is rounded
      const rounding = 4 * Number.EPSILON;
      expect(Math.abs(mixture.cdf(exact) - probability)).toBeLessThan(1e-12 * probability + rounding);
      expect(Math.abs(mixture.survival(exact) - (1 - probability))).toBeLessThan(
        1e-12 * (1 - probability) + rounding,
      );
    }
  });

  it.each([
    ['the α/β of Yang 2021', yang, true],
    ['cut log-normals', cut, true],
    ['a kink', kinked, true],
    ['normals far apart', apart, false],
    ['normals very far apart', farApart, false],
    ['laws that are tabulated themselves', slow, true],
    ['laws that hardly differ', alike, true],
  ])('%s: between ±8 the table is within 1e-9 of the spread', (_, components, isPositive) => {
    const mixture = continuousMixture(components);
    const toScale = isPositive ? Math.log : (x: number) => x;
    const spread = toScale(mixture.quantile(0.75)) - toScale(mixture.quantile(0.25));
    for (let z = -8; z < 8; z += 0.0137) {
      // The root without the table, in the smaller tail, bracketed by twice the reach of the normal score
      const tail = normalCdf(-Math.abs(z));
      const excess = (y: number): number => {
        const x = isPositive ? Math.exp(y) : y;
        return z > 0 ? tail - mixture.survival(x) : mixture.cdf(x) - tail;
      };
      const ends = [-8.5, 8.5].map((end) => components.map(({ law }) => toScale(law.atNormalScore(end))));
      const [low, high] = [Math.min(...ends[0]), Math.max(...ends[1])];
      const exact = findRoot(excess, low - 1e-3, high + 1e-3);
      const found = toScale(mixture.atNormalScore(z));
      // Where hardly anything lies between the components, the rounding of the share leaves the quantile open
      if (Math.abs(excess(found)) <= 8 * Number.EPSILON * tail) continue;
      expect(Math.abs(found - exact)).toBeLessThan(1e-9 * spread);
    }
  });

  it('truncated has the quantiles of the truncated mixture', () => {
    const within = truncated(continuousMixture(yang), 2, 12);
    for (const [probability, exact] of [
      [0.01, 2.1112053993517725],
      [0.5, 5.3987667686996526],
      [0.99, 11.600362880584944],
    ]) {
      expect(Math.abs(within.quantile(probability) / exact - 1)).toBeLessThan(1e-9);
      expect(within.cdf(exact)).toBeCloseTo(probability, 12);
      expect(within.survival(exact)).toBeCloseTo(1 - probability, 12);
    }
  });

  it('of one law twice is that law', () => {
    const single = createLaw({ logNormal: { median: 4.9, sigma: 0.6 } });
    const twice = continuousMixture([
      { weight: 0.3, law: single },
      { weight: 0.7, law: single },
    ]);
    for (let z = -8.5; z <= 8.5; z += 0.1)
      expect(Math.abs(twice.atNormalScore(z) / single.atNormalScore(z) - 1)).toBeLessThan(1e-9);
  });

  it('has the same quantiles in whatever order they are asked', () => {
    const [once, again] = [continuousMixture(kinked), continuousMixture(kinked)];
    const scores = Array.from({ length: 340 }, (_, i) => -8.5 + i / 20);
    const rising = scores.map((z) => once.atNormalScore(z));
    const falling = scores.toReversed().map((z) => again.atNormalScore(z));
    expect(falling.reverse()).toEqual(rising);
  });

  it('keeps to the ends of its components', () => {
    const mixture = continuousMixture(cut);
    for (let z = -8.5; z <= 8.5; z += 0.001) {
      expect(mixture.atNormalScore(z)).toBeGreaterThanOrEqual(1);
      expect(mixture.atNormalScore(z)).toBeLessThanOrEqual(20);
    }
    expect(mixture.quantile(normalCdf(normalQuantile(0.3)))).toBeCloseTo(mixture.quantile(0.3), 12);
  });
});

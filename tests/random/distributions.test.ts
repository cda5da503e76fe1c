import { describe, expect, it } from 'vitest';
import { normalCdf } from '../../src/numeric/normal-cdf.ts';
import { createLaw, lawSchema } from '../../src/random/distribution-schema.ts';

/** Each law with values x and the shares at or below them, by hand or in closed form. */
const known: readonly [spec: Record<string, unknown>, shares: readonly [x: number, share: number][]][] = [
  [
    { uniform: { min: 1, max: 3 } },
    [
      [0, 0],
      [1.5, 0.25],
      [4, 1],
    ],
  ],
  [
    { logUniform: { min: 0.5, max: 32 } },
    [
      [0.4, 0],
      [1, 1 / 6],
      [8, 4 / 6],
      [40, 1],
    ],
  ],
  [
    { triangular: { min: 1, mode: 2, max: 5 } },
    [
      [0, 0],
      [1.5, 0.0625],
      [2, 0.25],
      [3, 2 / 3],
      [6, 1],
    ],
  ],
  [
    { normal: { mean: 0.2, sd: 0.14 } },
    [
      [0.2, 0.5],
      [0.34, normalCdf(1)],
      [-0.08, normalCdf(-2)],
    ],
  ],
  [
    { logNormal: { median: 4.9, sigma: 0.6 } },
    [
      [-1, 0],
      [4.9, 0.5],
      [4.9 * Math.exp(0.6), normalCdf(1)],
    ],
  ],
  [
    { logLogNormal: { median: 0.5, sigma: 2 } },
    [
      [-1, 0],
      [0.5, 0.5],
      // −ln x is e⁻² of its median
      [Math.exp(-Math.LN2 * Math.exp(-2)), normalCdf(1)],
      [2, 1],
    ],
  ],
  [
    { logitNormal: { median: 0.2, sigma: Math.LN2 } },
    [
      [-1, 0],
      [0.2, 0.5],
      // The odds 1/4 doubled
      [1 / 3, normalCdf(1)],
      [2, 1],
    ],
  ],
  [
    { exponential: { mean: 2 } },
    [
      [-1, 0],
      [2 * Math.LN2, 0.5],
    ],
  ],
  [
    { weibull: { shape: 2, scale: 3 } },
    [
      [-1, 0],
      [3 * Math.sqrt(Math.LN2), 0.5],
    ],
  ],
  [
    { beta: { a: 1, b: 3 } },
    [
      [0, 0],
      // 1 − (1 − x)³
      [0.5, 0.875],
      [1, 1],
    ],
  ],
  [
    { gamma: { shape: 1, scale: 3 } },
    [
      [0, 0],
      [3 * Math.LN2, 0.5],
    ],
  ],
  [
    // Cauchy
    { studentT: { degreesOfFreedom: 1, location: 2, scale: 3 } },
    [
      [2, 0.5],
      [5, 0.75],
      [-1, 0.25],
    ],
  ],
];

describe('a continuous law', () => {
  it.each(known)('%j has the shares that it must have', (spec, shares) => {
    const law = createLaw(lawSchema.parse(spec));
    for (const [x, share] of shares) {
      expect(law.cdf(x)).toBeCloseTo(share, 12);
      expect(law.survival(x)).toBeCloseTo(1 - share, 12);
      if (share <= 0 || share >= 1) continue;
      // Tables of quantiles are good to 1e-7
      expect(Math.abs(law.quantile(share) / x - 1)).toBeLessThan(1e-7);
    }
  });

  it('has no values beyond its ends', () => {
    for (const [{ ...spec }, shares] of known)
      for (const [x, share] of shares)
        if (share === 0 || share === 1) expect(createLaw(spec as never).cdf(x)).toBe(share);
  });

  it('of a log-normal by its coefficient of variation has that of its moments', () => {
    const law = createLaw(lawSchema.parse({ logNormal: { median: 9, cv: 0.5 } }));
    // σ² = ln 1.25
    expect(law.quantile(normalCdf(1)) / 9).toBeCloseTo(Math.exp(Math.sqrt(Math.log(1.25))), 12);
  });
});

describe('a law of few values', () => {
  it('bernoulli is 1 above the share of 0, which itself is 0', () => {
    const law = createLaw(lawSchema.parse({ bernoulli: 0.25 }));
    expect([0.1, 0.75, 0.7500001, 0.99].map((u) => law.quantile(u))).toEqual([0, 0, 1, 1]);
    expect([-3, 0.6, 0.7, 3].map((z) => law.atNormalScore(z))).toEqual([0, 0, 1, 1]);
    expect([-0.5, 0, 0.5, 1, 2].map((x) => law.cdf(x))).toEqual([0, 0.75, 0.75, 1, 1]);
    expect([-0.5, 0, 0.5, 1, 2].map((x) => law.survival(x))).toEqual([1, 0.25, 0.25, 0, 0]);
    expect(law.atoms).toEqual([
      { value: 0, probability: 0.75 },
      { value: 1, probability: 0.25 },
    ]);
    const column = Float64Array.of(0.1, 0.75, 0.76, 0.99);
    law.quantiles!(column, 3);
    expect([...column]).toEqual([0, 0, 1, 0.99]);
  });

  it('categorical takes its levels in their order, each up to its share', () => {
    const law = createLaw(lawSchema.parse({ categorical: { thigh: 0.5, buttock: 0.25, arm: 0.25 } }));
    expect(law.levels).toEqual(['thigh', 'buttock', 'arm']);
    expect(law.atoms).toEqual([
      { value: 0, probability: 0.5 },
      { value: 1, probability: 0.25 },
      { value: 2, probability: 0.25 },
    ]);
    expect([0.1, 0.5, 0.51, 0.75, 0.76, 1 - 2 ** -53].map((u) => law.quantile(u))).toEqual([
      0, 0, 1, 1, 2, 2,
    ]);
    expect([-1, 0.5, 2].map((z) => law.atNormalScore(z))).toEqual([0, 1, 2]);
    expect([-1, 0, 0.5, 1, 2, 9].map((x) => law.cdf(x))).toEqual([0, 0.5, 0.5, 0.75, 1, 1]);
    expect([-1, 0, 1, 2].map((x) => law.survival(x))).toEqual([1, 0.5, 0.25, 0]);
  });

  it('categorical whose shares sum to a little less than 1 gives the rest to its last level', () => {
    const law = createLaw(lawSchema.parse({ categorical: { a: 0.5, b: 0.5 - 1e-10 } }));
    expect(law.quantile(1 - 2 ** -53)).toBe(1);
  });

  it('binomial has its probabilities, empirical its weights', () => {
    const two = createLaw(lawSchema.parse({ binomial: { size: 2, probability: 0.25 } }));
    expect(two.atoms!.map(({ value }) => value)).toEqual([0, 1, 2]);
    [0.5625, 0.375, 0.0625].forEach((share, i) => {
      expect(two.atoms![i].probability).toBeCloseTo(share, 14);
    });
    const weighted = createLaw(lawSchema.parse({ empirical: { values: [28, 35], weights: [1, 3] } }));
    expect(weighted.atoms).toEqual([
      { value: 28, probability: 0.25 },
      { value: 35, probability: 0.75 },
    ]);
    const plain = createLaw(lawSchema.parse({ empirical: [5, 4, 5, 9] }));
    expect(plain.atoms!.map(({ probability }) => probability)).toEqual([0.25, 0.5, 0.25]);
  });
});

describe('parameters', () => {
  it.each([
    ['uniform needs min below max', { uniform: { min: 2, max: 2 } }],
    ['logUniform needs min below max', { logUniform: { min: 2, max: 2 } }],
    ['triangular needs min below max', { triangular: { min: 2, mode: 2, max: 2 } }],
    ['mode from min to max', { triangular: { min: 1, mode: 0.5, max: 2 } }],
    ['mode from min to max', { triangular: { min: 1, mode: 2.5, max: 2 } }],
    ['one of sigma and cv', { logNormal: { median: 2, sigma: 1, cv: 1 } }],
    ['one of sigma and cv', { logNormal: { median: 2 } }],
    ['at least two levels', { categorical: { a: 1 } }],
    ['must sum to 1', { categorical: { a: 0.5, b: 0.6 } }],
    ['two different values', { empirical: [3, 3] }],
    ['as many weights as values', { empirical: { values: [3, 4], weights: [1] } }],
    ['its first limit below its second', { normal: { mean: 0, sd: 1 }, within: [1, 1] }],
    ['no law: name one of', {}],
    ['2 laws (normal, uniform)', { normal: { mean: 0, sd: 1 }, uniform: { min: 1, max: 2 } }],
  ])('are refused: %s, %j', (message, spec) => {
    expect(JSON.stringify(lawSchema.safeParse(spec).error?.issues)).toContain(message);
  });

  it.each([
    { triangular: { min: 1, mode: 1, max: 2 } },
    { triangular: { min: 1, mode: 2, max: 2 } },
    { categorical: { a: 0.5, b: 0.5 - 1e-10 } },
    { empirical: { values: [3, 4], weights: [1, 2] } },
  ])('may be %j', (spec) => {
    expect(lawSchema.safeParse(spec).success).toBe(true);
  });
});

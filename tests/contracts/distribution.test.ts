import { describe, expect, it } from 'vitest';
import { logitBetaQuantileAtScore } from '../../src/numeric/beta-law.ts';
import { logGammaQuantileAtScore } from '../../src/numeric/gamma-law.ts';
import { gaussLegendre } from '../../src/numeric/gauss-legendre.ts';
import { logit } from '../../src/numeric/logit.ts';
import { normalCdf } from '../../src/numeric/normal-cdf.ts';
import { NORMAL_REACH } from '../../src/numeric/normal-quadrature.ts';
import { normalQuantile } from '../../src/numeric/normal-quantile.ts';
import { asinhStudentTQuantileAtScore } from '../../src/numeric/student-t-law.ts';
import { createLaw, lawSchema } from '../../src/random/distribution-schema.ts';
import type { Distribution } from '../../src/random/distributions/definition.ts';
import { distributions } from '../../src/random/distributions/index.ts';
import { seedKey } from '../../src/random/seed-key.ts';
import { fillUniforms, purpose } from '../../src/random/stream.ts';

interface Case {
  readonly title: string;
  readonly spec: Record<string, unknown>;
  readonly law: Distribution;
}

const examples: Case[] = Object.entries(distributions).flatMap(([name, definition]) =>
  definition.examples.map((example) => {
    const spec = { [name]: example };
    return { title: JSON.stringify(spec), spec, law: createLaw(lawSchema.parse(spec)) };
  }),
);
/** Each continuous example again, cut to its middle 80 %. */
const cut: Case[] = examples
  .filter(({ law }) => !law.atoms)
  .map(({ spec, law }) => {
    const within = { ...spec, within: [law.quantile(0.1), law.quantile(0.9)] };
    return { title: `${JSON.stringify(spec)} cut`, spec: within, law: createLaw(lawSchema.parse(within)) };
  });
const continuous = [...examples.filter(({ law }) => !law.atoms), ...cut];
const finite = examples.filter(({ law }) => law.atoms);

/** From the least to the greatest uniform of a stream. */
const uniforms = [
  2 ** -54,
  1e-15,
  1e-9,
  1e-4,
  ...Array.from({ length: 99 }, (_, i) => (i + 1) / 100),
  1 - 1e-4,
  1 - 1e-9,
  1 - 1e-15,
  1 - 2 ** -53,
];

describe('the registry of distributions', () => {
  it.each(Object.entries(distributions))('%s says what it is and shows an example', (_, definition) => {
    expect(definition.summary).toMatch(/\.$/);
    expect(definition.reference.length).toBeGreaterThan(10);
    expect(definition.examples.length).toBeGreaterThan(0);
    for (const example of definition.examples)
      expect(definition.parameters.safeParse(example).success).toBe(true);
  });
});

/** How far a tabulated law's quantile x may be from the exact one; 0 for the others. */
function tableError(spec: Record<string, unknown>, law: Distribution, x: number): number {
  const spread = law.quantile(0.75) - law.quantile(0.25);
  if ('gamma' in spec) return 1e-7 * x;
  if ('beta' in spec) return 1e-7 * Math.min(x, 1 - x);
  if ('studentT' in spec) return 1e-7 * (spread + Math.abs(x - law.quantile(0.5)));
  return 'mixture' in spec ? 1e-9 * (spread + Math.abs(x)) : 0;
}

describe.each([...examples, ...cut])('$title', ({ law }) => {
  it('has finite quantiles that never fall', () => {
    const values = uniforms.map((u) => law.quantile(u));
    expect(values.every(Number.isFinite)).toBe(true);
    values.forEach((value, i) => {
      if (i > 0) expect(value).toBeGreaterThanOrEqual(values[i - 1]);
    });
  });

  it('has a distribution function from 0 to 1 that never falls', () => {
    expect([law.cdf(-Infinity), law.cdf(Infinity)]).toEqual([0, 1]);
    const [low, high] = [law.quantile(2 ** -54), law.quantile(1 - 2 ** -53)];
    let before = 0;
    for (let i = -10; i <= 1010; i++) {
      const share = law.cdf(low + (i / 1000) * (high - low));
      expect(share).toBeGreaterThanOrEqual(before);
      expect(share).toBeLessThanOrEqual(1);
      before = share;
    }
  });

  it('has a survival function that is 1 less the distribution function', () => {
    expect([law.survival(-Infinity), law.survival(Infinity)]).toEqual([1, 0]);
    const [low, high] = [law.quantile(2 ** -54), law.quantile(1 - 2 ** -53)];
    let before = 1;
    for (let i = -10; i <= 1010; i++) {
      const x = low + (i / 1000) * (high - low);
      expect(law.survival(x)).toBeLessThanOrEqual(before);
      expect(Math.abs(law.survival(x) + law.cdf(x) - 1)).toBeLessThan(1e-14);
      before = law.survival(x);
    }
  });

  it('rises to the ends of the quadrature and stays there', () => {
    let before = -Infinity;
    for (let z = -NORMAL_REACH; z <= NORMAL_REACH; z += 0.01) {
      const value = law.atNormalScore(z);
      expect(Number.isFinite(value)).toBe(true);
      // What is computed twice over may differ in its last digits
      expect(value).toBeGreaterThanOrEqual(before - 4 * Number.EPSILON * Math.abs(before));
      before = value;
    }
    for (const [z, end] of [
      [-20, -NORMAL_REACH],
      [20, NORMAL_REACH],
    ]) {
      const [beyond, at] = [law.atNormalScore(z), law.atNormalScore(end)];
      expect(Math.sign(z) * (beyond - at)).toBeGreaterThanOrEqual(0);
    }
  });

  it('has at the normal score z the quantile of Φ(z)', () => {
    const scores = Array.from({ length: 121 }, (_, i) => -6 + i / 10 + 0.003);
    for (const z of scores) {
      const [value, quantile] = [law.atNormalScore(z), law.quantile(normalCdf(z))];
      // Near 1, Φ(z) is known to half an epsilon, which moves the quantile's score by that over φ(z)
      const blur = Number.EPSILON * (1 + Math.exp(0.5 * z * z) * Math.sqrt(2 * Math.PI));
      const slope = Math.abs(law.atNormalScore(z + 0.01) - law.atNormalScore(z - 0.01)) / 0.02;
      expect(Math.abs(value - quantile)).toBeLessThanOrEqual(4 * blur * (slope + Math.abs(value)) + 1e-300);
    }
  });
});

/** Longer than a block of the kernels. */
const many = Array.from({ length: 10 }, () => uniforms).flat();

describe.each([...examples, ...cut])('by columns, $title', ({ law }) => {
  it.runIf(law.atNormalScores)(
    'has the quantiles of the scores’ probabilities, every bit, up to the count',
    () => {
      const column = Float64Array.from(many, normalQuantile);
      law.atNormalScores!(column, many.length - 1);
      expect([...column]).toEqual([
        ...many.slice(0, -1).map((u) => law.quantile(u)),
        normalQuantile(many[many.length - 1]),
      ]);
      expect([...column.subarray(0, -1)]).toEqual(
        many.slice(0, -1).map((u) => law.atNormalScore(normalQuantile(u))),
      );
    },
  );

  it.runIf(law.quantiles)('has the quantiles of probabilities, every bit, up to the count', () => {
    const column = Float64Array.from(many);
    law.quantiles!(column, many.length - 1);
    expect([...column]).toEqual([...many.slice(0, -1).map((u) => law.quantile(u)), many[many.length - 1]]);
  });
});

describe.each(continuous)('continuous $title', ({ spec, law }) => {
  it('has a distribution function that inverts its quantiles', () => {
    const scale = law.quantile(0.75) - law.quantile(0.25);
    for (const u of uniforms) {
      const x = law.quantile(u);
      // The table's error; and x itself is rounded
      const blur = tableError(spec, law, x) + 4 * Number.EPSILON * (Math.abs(x) + scale);
      const rounding = 1e-13 * Math.min(u, 1 - u) + 8 * Number.EPSILON;
      expect(law.cdf(x - blur)).toBeLessThanOrEqual(u + rounding);
      expect(law.cdf(x + blur)).toBeGreaterThanOrEqual(u - rounding);
    }
  });

  it('keeps the digits of its upper tail', () => {
    for (const z of [1, 3, 5, 7, 8]) {
      const [x, tail] = [law.atNormalScore(z), normalCdf(-z)];
      const blur = tableError(spec, law, x) + 4 * Number.EPSILON * (Math.abs(x) + 1);
      // Where the law was cut, its share below the limit is subtracted
      const rounding = 1e-12 * tail + ('within' in spec ? 8 * Number.EPSILON : 0);
      expect(law.survival(x + blur)).toBeLessThanOrEqual(tail + rounding);
      expect(law.survival(x - blur)).toBeGreaterThanOrEqual(tail - rounding);
    }
  });

  it('has quantiles that invert its distribution function', () => {
    for (const u of uniforms.filter((p) => p > 1e-5 && p < 1 - 1e-5)) {
      const x = law.quantile(u);
      expect(Math.abs(law.quantile(law.cdf(x)) - x)).toBeLessThanOrEqual(1e-6 * Math.abs(x) + 1e-12);
    }
  });

  it('stays within its limits', () => {
    const within = (spec as { within?: [number, number] }).within;
    if (!within) return expect(law.quantile(0.5)).toBeLessThan(law.quantile(0.51));
    for (const u of uniforms) {
      expect(law.quantile(u)).toBeGreaterThanOrEqual(within[0]);
      expect(law.quantile(u)).toBeLessThanOrEqual(within[1]);
    }
    for (const z of [-40, -8, 8, 40]) {
      expect(law.atNormalScore(z)).toBeGreaterThanOrEqual(within[0]);
      expect(law.atNormalScore(z)).toBeLessThanOrEqual(within[1]);
    }
    const [lower, upper] = within;
    expect([law.cdf(lower), law.cdf(upper)]).toEqual([0, 1]);
  });
});

describe.each(finite)('finite $title', ({ law }) => {
  const atoms = law.atoms!;

  it('has atoms that rise and sum to 1', () => {
    expect(atoms.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 12);
    atoms.forEach(({ value }, i) => {
      if (i > 0) expect(value).toBeGreaterThan(atoms[i - 1].value);
    });
    if (law.levels) expect(atoms.map(({ value }) => value)).toEqual(law.levels.map((_, i) => i));
  });

  it('has a distribution function with a step of each atom’s probability at its value, and nowhere else', () => {
    let upTo = 0;
    for (const { value, probability } of atoms) {
      expect(law.cdf(value - 1e-9)).toBeCloseTo(upTo, 12);
      expect(law.survival(value - 1e-9)).toBeCloseTo(1 - upTo, 12);
      upTo += probability;
      expect(law.survival(value)).toBeCloseTo(1 - upTo, 12);
      expect(law.cdf(value)).toBeCloseTo(upTo, 12);
    }
  });

  it('has each atom as the quantile of its share of the uniforms', () => {
    let upTo = 0;
    for (const { value, probability } of atoms) {
      // Sums of probabilities are known to some 1e-16, which an improbable value can fall below
      const edge = Math.min(1e-9, probability / 4);
      if (probability > 1e-14) {
        expect(law.quantile(upTo + edge)).toBe(value);
        expect(law.quantile(upTo + probability / 2)).toBe(value);
      }
      upTo += probability;
      if (probability > 1e-14) expect(law.quantile(upTo - edge)).toBe(value);
    }
  });

  it('has its first and last value at the ends of the quadrature', () => {
    const ends = [-NORMAL_REACH, NORMAL_REACH].map((z) => law.atNormalScore(z));
    expect(ends).toEqual([atoms[0].value, atoms[atoms.length - 1].value]);
  });
});

describe('sampled moments', () => {
  const SIZE = 100_000;
  const out = new Float64Array(SIZE);
  const key = seedKey('moments');

  /** E[f(X)] without sampling: atoms, or Gauss–Legendre over the normal score, 8 points on each eighth. */
  function integral(law: Distribution, f: (x: number) => number): number {
    if (law.atoms) return law.atoms.reduce((sum, { value, probability }) => sum + probability * f(value), 0);
    const { nodes, weights } = gaussLegendre(8);
    let sum = 0;
    for (let piece = -NORMAL_REACH; piece < NORMAL_REACH; piece += 0.125) {
      nodes.forEach((node, i) => {
        const z = piece + 0.0625 * (1 + node);
        const density = Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
        sum += 0.0625 * weights[i] * density * f(law.atNormalScore(z));
      });
    }
    return sum;
  }

  it.each([...examples, ...cut])(
    '$title: mean and variance of 100,000 draws within 6 standard errors',
    ({ title, law }) => {
      const mean = integral(law, (x) => x);
      const variance = integral(law, (x) => (x - mean) ** 2);
      const fourth = integral(law, (x) => (x - mean) ** 4);
      fillUniforms(key, { world: 0, replicate: 0, purpose: purpose(title) }, out, SIZE);
      const draws = out.map((u) => law.quantile(u));
      const sampleMean = draws.reduce((sum, x) => sum + x, 0) / SIZE;
      const sampleVariance = draws.reduce((sum, x) => sum + (x - mean) ** 2, 0) / SIZE;
      expect(variance).toBeGreaterThan(0);
      expect(Math.abs(sampleMean - mean) / Math.sqrt(variance / SIZE)).toBeLessThan(6);
      expect(Math.abs(sampleVariance - variance) / Math.sqrt((fourth - variance ** 2) / SIZE)).toBeLessThan(
        6,
      );
    },
  );

  it.each([
    ['normal', { mean: 0.2, sd: 0.14 }, 0.2, 0.14 ** 2],
    [
      'logNormal',
      { median: 4.9, sigma: 0.6 },
      4.9 * Math.exp(0.18),
      24.01 * Math.exp(0.36) * Math.expm1(0.36),
    ],
    ['uniform', { min: 1, max: 2 }, 1.5, 1 / 12],
    ['beta', { a: 3, b: 8 }, 3 / 11, 24 / (121 * 12)],
    ['gamma', { shape: 2, scale: 3 }, 6, 18],
    ['bernoulli', 0.6, 0.6, 0.24],
    ['binomial', { size: 25, probability: 0.02 }, 0.5, 0.49],
    ['exponential', { mean: 2.5 }, 2.5, 6.25],
    ['triangular', { min: 1, mode: 2, max: 5 }, 8 / 3, 13 / 18],
    ['logUniform', { min: 1, max: Math.E }, Math.E - 1, (4 * Math.E - Math.E ** 2 - 3) / 2],
    ['studentT', { degreesOfFreedom: 10, location: 0.2, scale: 0.14 }, 0.2, 0.14 ** 2 * 1.25],
    ['weibull', { shape: 0.5, scale: 1 }, 2, 20],
    ['empirical', { values: [28, 35, 42], weights: [3, 10, 2] }, 518 / 15, (7 ** 2 * 74) / 225],
    [
      'mixture',
      [
        { weight: 0.25, normal: { mean: -1, sd: 1 } },
        { weight: 0.75, normal: { mean: 3, sd: 2 } },
      ],
      2,
      0.25 * (9 + 1) + 0.75 * (1 + 4),
    ],
  ] as const)(
    '%s %j: the integral has the textbook mean and variance',
    (name, parameters, mean, variance) => {
      const law = distributions[name].create(parameters);
      expect(integral(law, (x) => x)).toBeCloseTo(mean, 7);
      expect(integral(law, (x) => (x - mean) ** 2) / variance).toBeCloseTo(1, 6);
    },
  );
});

describe('tabulated laws', () => {
  const BOUND = 1e-7;
  const scores: number[] = [];
  for (let z = normalQuantile(1e-15); z < normalQuantile(1 - 1e-15); z += 0.0123) scores.push(z);

  it.each([
    ...distributions.gamma.examples.map((example) => (example as { shape: number }).shape),
    0.1,
    20,
    500,
  ])('gamma of shape %d: the logarithm of the quantile is within 1e-7 of the untabulated one', (shape) => {
    const law = distributions.gamma.create({ shape, scale: 3 });
    let worst = 0;
    for (const z of scores) {
      const exact = logGammaQuantileAtScore(z, shape);
      worst = Math.max(worst, Math.abs(Math.log(law.atNormalScore(z) / 3) - exact));
    }
    expect(worst).toBeLessThan(BOUND);
  });

  it.each([
    ...distributions.beta.examples.map((example) => Object.values(example as { a: number; b: number })),
    [8, 3],
    [0.1, 3],
    [3, 0.1],
    [40, 2],
    [300, 700],
  ])('beta of shapes %d and %d: the logit of the quantile is within 1e-7 of the untabulated one', (a, b) => {
    const law = distributions.beta.create({ a, b });
    let worst = 0;
    for (const z of scores) {
      const exact = logitBetaQuantileAtScore(z, a, b);
      const value = law.atNormalScore(z);
      // Near 1 the value keeps only so many digits of 1 − x; the swapped shapes show that tail
      if (value > 1 - 1e-6) continue;
      const digits = Number.EPSILON / (1 - value);
      worst = Math.max(worst, Math.abs(logit(value) - exact) - 2 * digits);
    }
    expect(worst).toBeLessThan(BOUND);
  });

  it.each([1, 1.5, 4, 10, 100, 1e4])(
    'Student’s t of %d degrees of freedom: asinh(t/√ν) is within 1e-7 of the untabulated one',
    (degreesOfFreedom) => {
      const law = distributions.studentT.create({ degreesOfFreedom, location: 0, scale: 1 });
      let worst = 0;
      for (const z of scores) {
        const tabulated = Math.asinh(law.atNormalScore(z) / Math.sqrt(degreesOfFreedom));
        worst = Math.max(worst, Math.abs(tabulated - asinhStudentTQuantileAtScore(z, degreesOfFreedom)));
      }
      expect(worst).toBeLessThan(BOUND);
    },
  );
});

describe('the schema of laws', () => {
  const messages = (spec: unknown): string => {
    const parsed = lawSchema.safeParse(spec);
    return parsed.success ? '' : parsed.error.issues.map(({ message }) => message).join('; ');
  };

  it('takes exactly one law', () => {
    expect(messages({ within: [0, 1] })).toMatch(/no law: name one of normal, /);
    expect(messages({ bernoulli: 0.5, normal: { mean: 0, sd: 1 } })).toMatch(/2 laws \(normal, bernoulli\)/);
    expect(messages({ lognormal: { median: 1, sigma: 1 } })).toMatch(/did you mean logNormal\?/);
  });

  it.each([
    [{ logNormal: { median: 4.9 } }, /one of sigma and cv/],
    [{ logNormal: { median: 4.9, sigma: 0.6, cv: 0.5 } }, /one of sigma and cv/],
    [{ uniform: { min: 2, max: 1 } }, /min below max/],
    [{ categorical: { a: 0.5, b: 0.4 } }, /sum to 1/],
    [{ categorical: { a: 1 } }, /at least two levels/],
    [{ bernoulli: 60 }, /for 60 % write 0.6/],
    [{ logNormal: { median: 4.9, sigma: 0.6 }, within: [40, 0.5] }, /first limit below its second/],
    [{ logNormal: { median: 4.9, sigma: 0.6 }, within: [4000, 5000] }, /less than a millionth/],
    [{ bernoulli: 0.6, within: [0, 1] }, /finitely many values/],
    [{ normal: { mean: 0, sd: 0 } }, /./],
    [{ triangular: { min: 1, mode: 6, max: 5 } }, /mode from min to max/],
    [{ logUniform: { min: 2, max: 1 } }, /min below max/],
    [{ binomial: { size: 2.5, probability: 0.1 } }, /./],
    [{ studentT: { degreesOfFreedom: 0.5, location: 0, scale: 1 } }, /./],
    [{ gamma: { shape: -1, scale: 1 } }, /./],
  ])('refuses %j', (spec, message) => {
    expect(messages(spec)).toMatch(message);
  });
});

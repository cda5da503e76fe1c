import { describe, expect, it } from 'vitest';
import { type Cohort, createCohort, levelsOf } from '../../src/cohort/cohort.ts';
import { cohortSchema } from '../../src/cohort/cohort-schema.ts';
import { medianOf, quantileOf } from '../../src/cohort/column-quantile.ts';
import { createPatientSampler } from '../../src/cohort/patients.ts';
import {
  hasQuadrature,
  type Population,
  quadraturePopulation,
  referencePopulation,
} from '../../src/cohort/population.ts';
import { normalCdf } from '../../src/numeric/normal-cdf.ts';
import { seedKey } from '../../src/random/seed-key.ts';
import { samplePatients } from '../fixtures/sample-patients.ts';

const key = seedKey('subtypes');
const heterogeneity = {
  alphaBetaGy: { logNormal: { median: 4.9, sigma: 0.4 } },
  sf2: 0.52,
  tumourSizeCm: { normal: { mean: 9, sd: 2 } },
  lowerLimb: { bernoulli: 0.6 },
};
const pleomorphic = { weight: 0.5 };
const myxoid = { weight: 0.3, heterogeneity: { alphaBetaGy: 8, sf2: 0.33 } };
const synovial = {
  weight: 0.2,
  heterogeneity: { alphaBetaGy: { logNormal: { median: 3, sigma: 0.3 } }, lowerLimb: { bernoulli: 0.9 } },
};
const correlation = [{ between: ['alphaBetaGy', 'tumourSizeCm'], rho: 0.5 }];
const cohortOf = (subtypes: object, rest: object = {}): Cohort =>
  createCohort(cohortSchema.parse({ heterogeneity, subtypes, ...rest }));
const cohort = cohortOf({ pleomorphic, myxoid, synovial });
const correlated = cohortOf({ pleomorphic, myxoid, synovial }, { correlation });

const mean = ({ columns, weights, count }: Population, f: (row: number) => number): number => {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += weights[i] * f(i);
  expect(Object.values(columns).every((column) => column.length === count)).toBe(true);
  return sum;
};
const meanOf = (population: Population, name: string): number =>
  mean(population, (i) => population.columns[name][i]);
const sample = (of: Cohort, reads: string[], count: number) => {
  const sampler = createPatientSampler(of, reads, 0, count);
  samplePatients(sampler, key, 0, 0, count);
  return sampler.columns;
};

describe('a population of subtypes', () => {
  it('has means that are the weighted means of its subtypes', () => {
    const population = quadraturePopulation(cohort, ['alphaBetaGy', 'lowerLimb', 'subtype'], 3);
    expect(population.exact).toBe(true);
    expect(population.weights.reduce((sum, w) => sum + w, 0)).toBeCloseTo(1, 12);
    expect(meanOf(population, 'alphaBetaGy')).toBeCloseTo(
      0.5 * 4.9 * Math.exp(0.08) + 0.3 * 8 + 0.2 * 3 * Math.exp(0.045),
      9,
    );
    expect(meanOf(population, 'lowerLimb')).toBeCloseTo(0.8 * 0.6 + 0.2 * 0.9, 12);
    expect(meanOf(population, 'subtype')).toBeCloseTo(0.3 + 0.4, 12);
  });

  it('derives α in each subtype from its own SF2 and α/β', () => {
    const population = quadraturePopulation(cohort, ['alphaPerGy', 'alphaBetaGy', 'subtype'], 2);
    const { alphaPerGy, alphaBetaGy, subtype } = population.columns;
    for (let i = 0; i < population.count; i++) {
      const sf2 = subtype[i] === 1 ? 0.33 : 0.52;
      expect(alphaPerGy[i]).toBeCloseTo(-Math.log(sf2) / (2 + 4 / alphaBetaGy[i]), 12);
    }
  });

  it('takes what subtypes share once', () => {
    const alone = createCohort(cohortSchema.parse({ heterogeneity }));
    const of = (whose: Cohort) => quadraturePopulation(whose, ['tumourSizeCm'], 3);
    expect(of(cohort)).toEqual(of(alone));
    // Where the first subtype has no law of a characteristic that enters by correlation, too
    const myxoidFirst = cohortOf({ myxoid, pleomorphic, synovial }, { correlation });
    for (const whose of [correlated, myxoidFirst]) {
      const population = of(whose);
      expect(meanOf(population, 'tumourSizeCm')).toBeCloseTo(9, 9);
      expect(mean(population, (i) => (population.columns.tumourSizeCm[i] - 9) ** 2)).toBeCloseTo(4, 9);
    }
  });

  it('is correlated within each subtype where both vary, and not where one is fixed', () => {
    const reads = ['alphaBetaGy', 'tumourSizeCm', 'subtype'];
    expect(hasQuadrature(correlated, reads)).toBe(true);
    const population = quadraturePopulation(correlated, reads, 3);
    const { alphaBetaGy, tumourSizeCm, subtype } = population.columns;
    const within = (position: number) =>
      mean(population, (i) =>
        subtype[i] === position ? Math.log(alphaBetaGy[i]) * (tumourSizeCm[i] - 9) : 0,
      );
    // Cov(ln α/β, size) = ρσ·sd, times the weight
    expect(within(0)).toBeCloseTo(0.5 * 0.5 * 0.4 * 2, 9);
    expect(within(1)).toBeCloseTo(0, 9);
    expect(within(2)).toBeCloseTo(0.2 * 0.5 * 0.3 * 2, 9);
    const ofMyxoid = mean(population, (i) => (subtype[i] === 1 ? (tumourSizeCm[i] - 9) ** 2 : 0));
    expect(ofMyxoid).toBeCloseTo(0.3 * 4, 9);
  });

  it('has a reference sample beyond quadrature that agrees with it', () => {
    const reads = ['alphaPerGy', 'lowerLimb', 'subtype'];
    const sampled = referencePopulation(cohort, reads);
    const exact = quadraturePopulation(cohort, reads, 4);
    expect(sampled.exact).toBe(false);
    for (const name of reads)
      expect(Math.abs(meanOf(sampled, name) - meanOf(exact, name))).toBeLessThan(2e-4);
  });
});

describe('patients of subtypes', () => {
  const COUNT = 2000;

  it('have the same draws in every subtype: only the law differs', () => {
    const { subtype, alphaBetaGy, sf2 } = sample(cohort, ['alphaBetaGy', 'sf2', 'subtype'], COUNT);
    const plain = sample(createCohort(cohortSchema.parse({ heterogeneity })), ['alphaBetaGy'], COUNT);
    const other = sample(
      cohortOf({ synovial: { ...synovial, weight: 0.9 }, pleomorphic: { weight: 0.1 } }),
      ['alphaBetaGy', 'subtype'],
      COUNT,
    );
    const score = (x: number, median: number, sigma: number) => Math.log(x / median) / sigma;
    for (let i = 0; i < COUNT; i++) {
      const own = score(plain.alphaBetaGy[i], 4.9, 0.4);
      if (subtype[i] === 0) expect(alphaBetaGy[i]).toBe(plain.alphaBetaGy[i]);
      else if (subtype[i] === 1) expect([alphaBetaGy[i], sf2[i]]).toEqual([8, 0.33]);
      else expect(score(alphaBetaGy[i], 3, 0.3)).toBeCloseTo(own, 9);
      expect(
        score(
          other.alphaBetaGy[i],
          ...((other.subtype[i] === 0 ? [3, 0.3] : [4.9, 0.4]) as [number, number]),
        ),
      ).toBeCloseTo(own, 9);
    }
    expect(new Set(subtype)).toEqual(new Set([0, 1, 2]));
  });

  it('need no subtype where it makes no difference', () => {
    expect(Object.keys(sample(cohort, ['tumourSizeCm'], 5))).toEqual(['tumourSizeCm']);
    expect(Object.keys(sample(cohort, ['sf2'], 5)).sort()).toEqual(['sf2', 'subtype']);
  });

  it('name their subtypes as levels', () => {
    expect(levelsOf(cohort)).toEqual({ subtype: ['pleomorphic', 'myxoid', 'synovial'] });
  });
});

describe('quantiles over subtypes', () => {
  const share = (x: number) =>
    0.5 * normalCdf(Math.log(x / 4.9) / 0.4) + (x >= 8 ? 0.3 : 0) + 0.2 * normalCdf(Math.log(x / 3) / 0.3);

  it('are those of the mixture, and a value that many share holds many of them', () => {
    for (const p of [0.01, 0.25, 0.5, 0.6, 0.96, 0.999])
      expect(share(quantileOf(cohort, 'alphaBetaGy', p)!)).toBeCloseTo(p, 9);
    for (const p of [0.7, 0.8, 0.9]) expect(quantileOf(cohort, 'alphaBetaGy', p)).toBeCloseTo(8, 9);
    expect(medianOf(cohort, 'sf2')).toBeCloseTo(0.52, 12);
    expect(medianOf(cohort, 'tumourSizeCm')).toBe(9);
    expect(medianOf(cohort, 'ageYears')).toBeUndefined();
  });

  it('take derived columns at the medians of what they come from', () => {
    const median = quantileOf(cohort, 'alphaBetaGy', 0.5)!;
    expect(medianOf(cohort, 'alphaPerGy')).toBeCloseTo(-Math.log(0.52) / (2 + 4 / median), 12);
  });
});

describe('the schema of subtypes', () => {
  const messages = (spec: object): string => {
    const parsed = cohortSchema.safeParse(spec);
    return parsed.success ? '' : parsed.error.issues.map(({ message }) => message).join('\n');
  };

  it.each<[what: string, subtypes: object, message: string]>([
    [
      'weights that sum to something else',
      { a: { weight: 0.5 }, b: { weight: 0.4 } },
      'the weights of the subtypes sum to 0.9, not to 1',
    ],
    ['no weight', { a: {} }, 'expected number'],
    ['a weight of 0', { a: { weight: 0 }, b: { weight: 1 } }, '>0'],
    [
      'a characteristic that the cohort does not have',
      { a: { weight: 1, heterogeneity: { alphaBeta: 4 } } },
      'did you mean alphaBetaGy',
    ],
    ['a value out of its domain', { a: { weight: 1, heterogeneity: { sf2: 1 } } }, 'sf2 reaches 1'],
    [
      'a law that leaves its domain',
      { a: { weight: 1, heterogeneity: { alphaBetaGy: { normal: { mean: 5, sd: 2 } } } } },
      'alphaBetaGy reaches',
    ],
    [
      'myxoid liposarcoma with the radiosensitivity of others',
      { myxoidLiposarcoma: { weight: 0.1 }, other: { weight: 0.9 } },
      'myxoidLiposarcoma must state its own sf2',
    ],
    ['another name for it', { mls: { weight: 0.1 }, other: { weight: 0.9 } }, 'mls must state its own sf2'],
  ])('refuses %s', (_, subtypes, message) => {
    expect(messages({ heterogeneity, subtypes })).toContain(message);
  });

  it('takes myxoid liposarcoma with its own radiosensitivity, and other myxoid-sounding tumours as they are', () => {
    expect(messages({ heterogeneity, subtypes: { myxoid: { ...myxoid, weight: 1 } } })).toBe('');
    expect(messages({ heterogeneity, subtypes: { myxofibrosarcoma: { weight: 1 } } })).toBe('');
    for (const [parameterisation, name, value] of [
      ['alphaAlphaBeta', 'alphaPerGy', 0.3],
      ['rsiBeta', 'rsi', 0.4],
    ]) {
      const stated = { alphaBetaGy: 5, betaPerGy2: 0.05, [name]: value };
      delete (stated as Record<string, unknown>)[
        parameterisation === 'rsiBeta' ? 'alphaBetaGy' : 'betaPerGy2'
      ];
      const spec = (own: object) => ({
        parameterisation,
        heterogeneity: stated,
        subtypes: { myxoid: { weight: 1, heterogeneity: own } },
      });
      expect(messages(spec({}))).toContain(`myxoid must state its own ${name}`);
      expect(messages(spec({ [name]: value }))).toBe('');
    }
  });

  it.each(['subtype', 'missedFractions'])('keeps %s for its own columns', (name) => {
    expect(messages({ heterogeneity: { [name]: 1 } })).not.toBe('');
  });
});

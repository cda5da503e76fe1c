import { describe, expect, it } from 'vitest';
import { createCohort } from '../../src/cohort/cohort.ts';
import { cohortSchema } from '../../src/cohort/cohort-schema.ts';
import { createPatientSampler } from '../../src/cohort/patients.ts';
import { normalQuantile } from '../../src/numeric/normal-quantile.ts';
import { seedKey } from '../../src/random/seed-key.ts';
import { fillUniforms, purpose } from '../../src/random/stream.ts';
import { samplePatients } from '../fixtures/sample-patients.ts';

const key = seedKey('patients');
const heterogeneity = {
  sf2: { logLogNormal: { median: 0.52, sigma: 0.459 } },
  alphaBetaGy: { logNormal: { median: 4.9, sigma: 0.6 }, within: [0.5, 40] },
  lowerLimb: { bernoulli: 0.6 },
  tumourSizeCm: { logNormal: { median: 9, sigma: 0.5 } },
  ageYears: { normal: { mean: 62, sd: 14 } },
  daysToSurgery: 35,
};
const correlation = [
  { between: ['sf2', 'alphaBetaGy'], rho: 0.3 },
  { between: ['tumourSizeCm', 'ageYears'], rho: -0.4 },
];
const cohort = createCohort(cohortSchema.parse({ heterogeneity, correlation }));
const everything = ['alphaPerGy', ...Object.keys(heterogeneity)];

const columnsOf = (
  reads: readonly string[],
  count: number,
  at = { arm: 0, replicate: 0, world: 0 },
  of = cohort,
) => {
  const sampler = createPatientSampler(of, reads, at.arm, count);
  samplePatients(sampler, key, at.world, at.replicate, count);
  return sampler.columns;
};
const uniformsOf = (name: string, count: number): Float64Array => {
  const out = new Float64Array(count);
  fillUniforms(key, { world: 0, replicate: 0, purpose: purpose(name) }, out, count);
  return out;
};

describe('patients', () => {
  it('have in each column the law’s value at their own uniform', () => {
    const { lowerLimb, alphaBetaGy } = columnsOf(['lowerLimb', 'alphaBetaGy'], 100);
    const limb = uniformsOf('0/lowerLimb', 100);
    expect([...lowerLimb]).toEqual([...limb].map((u) => (u > 1 - 0.6 ? 1 : 0)));
    expect(alphaBetaGy.every((x) => x >= 0.5 && x <= 40)).toBe(true);
  });

  it('have correlated scores that are mixed from their own streams', () => {
    const columns = columnsOf(['tumourSizeCm', 'ageYears'], 50);
    const own = uniformsOf('0/tumourSizeCm', 50).map(normalQuantile);
    const other = uniformsOf('0/ageYears', 50).map(normalQuantile);
    for (let i = 0; i < 50; i++) {
      expect(columns.tumourSizeCm[i]).toBeCloseTo(9 * Math.exp(0.5 * own[i]), 12);
      expect(columns.ageYears[i]).toBeCloseTo(62 + 14 * (-0.4 * own[i] + Math.sqrt(0.84) * other[i]), 12);
    }
  });

  it('have α = −ln SF2/(2 + 4/(α/β)), and fixed characteristics that are fixed', () => {
    const { alphaPerGy, sf2, alphaBetaGy, daysToSurgery } = columnsOf(everything, 200);
    alphaPerGy.forEach((alpha, i) => {
      expect(alpha).toBeCloseTo(-Math.log(sf2[i]) / (2 + 4 / alphaBetaGy[i]), 14);
    });
    expect([...daysToSurgery]).toEqual(Array(200).fill(35));
  });

  it('patient k is the same whatever the number of patients', () => {
    const many = columnsOf(everything, 1000);
    const few = columnsOf(everything, 37);
    for (const name of everything) expect([...few[name]], name).toEqual([...many[name].slice(0, 37)]);
    const sampler = createPatientSampler(cohort, everything, 0, 1000);
    samplePatients(sampler, key, 0, 99, 1000);
    samplePatients(sampler, key, 0, 0, 37);
    for (const name of everything)
      expect([...sampler.columns[name].slice(0, 37)], name).toEqual([...few[name]]);
  });

  it('are the same whatever else is read, or stands in the cohort', () => {
    const all = columnsOf(everything, 100);
    for (const name of everything) expect([...columnsOf([name], 100)[name]], name).toEqual([...all[name]]);
    const { lowerLimb, ...rest } = heterogeneity;
    const smaller = createCohort(
      cohortSchema.parse({ heterogeneity: { ...rest, smoker: { bernoulli: 0.2 } }, correlation }),
    );
    const again = columnsOf(['sf2', 'alphaBetaGy', 'ageYears'], 100, undefined, smaller);
    for (const name of ['sf2', 'alphaBetaGy', 'ageYears']) expect([...again[name]]).toEqual([...all[name]]);
  });

  it('keep their draws when a law’s parameters change, so that truths are compared on the same patients', () => {
    const other = { ...heterogeneity, tumourSizeCm: { logNormal: { median: 18, sigma: 0.5 } } };
    const doubled = createCohort(cohortSchema.parse({ heterogeneity: other, correlation }));
    const [before, after] = [columnsOf(everything, 100), columnsOf(everything, 100, undefined, doubled)];
    after.tumourSizeCm.forEach((size, i) => {
      expect(size / before.tumourSizeCm[i]).toBeCloseTo(2, 12);
    });
    expect([...after.sf2]).toEqual([...before.sf2]);
  });

  it('differ between arms, replicates and worlds', () => {
    const places = [
      { arm: 0, replicate: 0, world: 0 },
      { arm: 1, replicate: 0, world: 0 },
      { arm: 0, replicate: 1, world: 0 },
      { arm: 0, replicate: 0, world: 1 },
    ];
    const first = places.map((at) => columnsOf(['tumourSizeCm'], 1, at).tumourSizeCm[0]);
    expect(new Set(first).size).toBe(places.length);
  });

  it('do without a correlation of a characteristic that is fixed', () => {
    const fixed = createCohort(
      cohortSchema.parse({ heterogeneity: { ...heterogeneity, sf2: 0.52 }, correlation: [correlation[0]] }),
    );
    const uncorrelated = createCohort(cohortSchema.parse({ heterogeneity: { ...heterogeneity, sf2: 0.52 } }));
    expect(columnsOf(everything, 50, undefined, fixed)).toEqual(
      columnsOf(everything, 50, undefined, uncorrelated),
    );
  });

  it('state α themselves under the other parameterisation', () => {
    const stated = createCohort(
      cohortSchema.parse({
        parameterisation: 'alphaAlphaBeta',
        heterogeneity: { alphaPerGy: { logNormal: { median: 0.2, sigma: 0.35 } }, alphaBetaGy: 4.9 },
      }),
    );
    const { alphaPerGy } = columnsOf(['alphaPerGy', 'alphaBetaGy'], 20, undefined, stated);
    const z = uniformsOf('0/alphaPerGy', 20).map(normalQuantile);
    alphaPerGy.forEach((alpha, i) => {
      expect(alpha).toBeCloseTo(0.2 * Math.exp(0.35 * z[i]), 13);
    });
  });
});

describe('a large sample of patients', () => {
  const SIZE = 100_000;
  /** Beyond ±6 standard errors: 2e-9. */
  const SCORE = 6;
  const columns = columnsOf(everything, SIZE, { arm: 1, replicate: 3, world: 0 });
  const varying = cohort.subtypes[0].characteristics.filter(({ law }) => law);
  const scoresOf = (name: string): Float64Array => {
    const { law } = cohort.subtypes[0].characteristics.find((c) => c.name === name)!;
    return columns[name].map((x) => normalQuantile(law!.cdf(x)));
  };
  const meanProduct = (a: Float64Array, b: Float64Array): number =>
    a.reduce((sum, x, i) => sum + x * b[i], 0) / SIZE;

  it.each(varying.filter(({ law }) => !law!.atoms).map(({ name }) => name))(
    'has the law of %s, also where it is correlated',
    (name) => {
      const { law } = cohort.subtypes[0].characteristics.find((c) => c.name === name)!;
      const CELLS = 100;
      const counts = new Float64Array(CELLS);
      for (const x of columns[name]) counts[Math.min(CELLS - 1, Math.floor(law!.cdf(x) * CELLS))]++;
      const expected = SIZE / CELLS;
      const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
      // Wilson–Hilferty: χ² with 99 degrees of freedom as a normal score
      const spread = 2 / (9 * (CELLS - 1));
      expect((Math.cbrt(chiSquare / (CELLS - 1)) - (1 - spread)) / Math.sqrt(spread)).toBeLessThan(SCORE);
    },
  );

  it.each([
    ['sf2', 'alphaBetaGy', 0.3],
    ['tumourSizeCm', 'ageYears', -0.4],
    ['sf2', 'tumourSizeCm', 0],
    ['alphaBetaGy', 'ageYears', 0],
  ])('has scores of %s and %s correlated by %d', (a, b, rho) => {
    // Var of a mean of products of correlated standard normals: (1 + ρ²)/n
    const error = Math.sqrt((1 + rho * rho) / SIZE);
    expect(Math.abs(meanProduct(scoresOf(a), scoresOf(b)) - rho) / error).toBeLessThan(SCORE);
  });

  it('has its share of lower limbs, independent of the rest', () => {
    const share = columns.lowerLimb.reduce((sum, x) => sum + x, 0) / SIZE;
    expect(Math.abs(share - 0.6) / Math.sqrt(0.24 / SIZE)).toBeLessThan(SCORE);
    const centred = columns.lowerLimb.map((x) => x - 0.6);
    for (const name of ['sf2', 'ageYears']) {
      expect(Math.abs(meanProduct(centred, scoresOf(name))) / Math.sqrt(0.24 / SIZE)).toBeLessThan(SCORE);
    }
  });
});

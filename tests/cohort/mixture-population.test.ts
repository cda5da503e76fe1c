import { describe, expect, it } from 'vitest';
import { createCohort } from '../../src/cohort/cohort.ts';
import { cohortSchema } from '../../src/cohort/cohort-schema.ts';
import { createPatientSampler } from '../../src/cohort/patients.ts';
import { quadraturePopulation } from '../../src/cohort/population.ts';
import { seedKey } from '../../src/random/seed-key.ts';
import { samplePatients } from '../fixtures/sample-patients.ts';

/** mpmath 1.3: mean between 2 and 12 Gy, and share below 4 Gy. */
const [CUT_MEAN, BELOW_4] = [5.777028651039115, 0.29603002779513565];
const SHARE = 0.22200990814766094;
const parts = [
  { weight: SHARE, median: 3.29, sigma: 0.6430791331169458 },
  { weight: 1 - SHARE, median: 5.98, sigma: 0.485497346363939 },
];
const alphaBetaGy = {
  mixture: parts.map(({ weight, ...logNormal }) => ({ weight, logNormal })),
};
const sf2 = { logLogNormal: { median: 0.52, sigma: 0.459 } };

const cohortOf = (heterogeneity: object, correlation: object[] = []) =>
  createCohort(cohortSchema.parse({ heterogeneity, correlation }));

/** Σ weight·f(value) of one column of a population by quadrature. */
function populationMean(
  cohort: ReturnType<typeof cohortOf>,
  name: string,
  level: number,
  f: (x: number) => number = (x) => x,
): number {
  const { columns, weights } = quadraturePopulation(cohort, [name], level);
  return weights.reduce((sum, weight, i) => sum + weight * f(columns[name][i]), 0);
}

/** E[X^k] of the mixture: Σ wᵢ·medianᵢ^k·e^(k²σᵢ²/2). */
const moment = (k: number): number =>
  parts.reduce((sum, { weight, median, sigma }) => {
    return sum + weight * median ** k * Math.exp((k * k * sigma * sigma) / 2);
  }, 0);

describe('a population whose α/β is a mixture', () => {
  it.each([1, 2, -1])('has the closed-form moment of order %d', (k) => {
    const cohort = cohortOf({ alphaBetaGy });
    const f = (x: number): number => x ** k;
    const errors = [1, 2, 3].map((level) =>
      Math.abs(populationMean(cohort, 'alphaBetaGy', level, f) / moment(k) - 1),
    );
    expect(errors[2]).toBeLessThan(1e-9);
    expect(errors[2]).toBeLessThan(errors[0]);
  });

  it('cut to limits has the closed-form mean', () => {
    const cut = (low: number, high: number) => {
      const cohort = cohortOf({ alphaBetaGy: { ...alphaBetaGy, within: [low, high] } });
      return populationMean(cohort, 'alphaBetaGy', 4);
    };
    expect(cut(2, 12) / CUT_MEAN).toBeCloseTo(1, 9);
  });

  it.each([
    ['alone', []],
    ['correlated with the surviving fraction', [{ between: ['sf2', 'alphaBetaGy'], rho: 0.5 }]],
  ])('is what sampled patients come from, %s', (_, correlation) => {
    const SIZE = 60_000;
    const cohort = cohortOf({ sf2, alphaBetaGy }, correlation);
    const sampler = createPatientSampler(cohort, ['sf2', 'alphaBetaGy'], 0, SIZE);
    samplePatients(sampler, seedKey('mixture'), 0, 0, SIZE);
    const values = sampler.columns.alphaBetaGy;
    const mean = values.reduce((sum, x) => sum + x, 0) / SIZE;
    const error = Math.sqrt((moment(2) - moment(1) ** 2) / SIZE);
    expect(Math.abs(mean - moment(1)) / error).toBeLessThan(6);
    const below = values.filter((x) => x < 4).length / SIZE;
    expect(Math.abs(below - BELOW_4) / Math.sqrt((BELOW_4 * (1 - BELOW_4)) / SIZE)).toBeLessThan(6);
  });

  it('of finite laws is enumerated', () => {
    const involvedNodes = {
      mixture: [
        { weight: 0.9, binomial: { size: 25, probability: 0.02 } },
        { weight: 0.1, empirical: { values: [0, 5], weights: [1, 3] } },
      ],
    };
    const mean = populationMean(cohortOf({ involvedNodes }), 'involvedNodes', 1);
    expect(mean).toBeCloseTo(0.9 * 0.5 + 0.1 * 3.75, 12);
  });

  it('is refused where a component leaves the domain, and taken where its limits keep to it', () => {
    const reach = (within?: [number, number]) =>
      cohortSchema.safeParse({
        heterogeneity: {
          alphaBetaGy: {
            mixture: [
              { weight: 0.999, logNormal: { median: 5, sigma: 0.5 } },
              { weight: 0.001, normal: { mean: 4, sd: 1 }, ...(within && { within }) },
            ],
          },
        },
      });
    expect(reach().error?.issues.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^alphaBetaGy reaches -\d.*\(must be > 0; add within\)$/),
    ]);
    expect(reach([0.5, 8]).success).toBe(true);
  });
});

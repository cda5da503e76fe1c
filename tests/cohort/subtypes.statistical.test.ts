import { describe, expect, it } from 'vitest';
import { createCohort } from '../../src/cohort/cohort.ts';
import { cohortSchema } from '../../src/cohort/cohort-schema.ts';
import { createPatientSampler } from '../../src/cohort/patients.ts';
import { quadraturePopulation } from '../../src/cohort/population.ts';
import { seedKey } from '../../src/random/seed-key.ts';
import { samplePatients } from '../fixtures/sample-patients.ts';

/** Beyond ±6 standard errors: 2e-9 a look, some 30 looks; and the seed is fixed. */
const SCORE = 6;
const COUNT = 200_000;
const laws = [
  { weight: 0.5, median: 4.9, sigma: 0.4 },
  { weight: 0.3, median: 8, sigma: 0 },
  { weight: 0.2, median: 3, sigma: 0.3 },
];
const cohort = createCohort(
  cohortSchema.parse({
    heterogeneity: {
      alphaBetaGy: { logNormal: { median: 4.9, sigma: 0.4 } },
      sf2: 0.52,
      tumourSizeCm: { normal: { mean: 9, sd: 2 } },
    },
    subtypes: {
      pleomorphic: { weight: 0.5 },
      myxoid: { weight: 0.3, heterogeneity: { alphaBetaGy: 8, sf2: 0.33 } },
      synovial: { weight: 0.2, heterogeneity: { alphaBetaGy: { logNormal: { median: 3, sigma: 0.3 } } } },
    },
    correlation: [{ between: ['alphaBetaGy', 'tumourSizeCm'], rho: 0.5 }],
  }),
);
const reads = ['alphaPerGy', 'alphaBetaGy', 'tumourSizeCm', 'subtype'];
const sampler = createPatientSampler(cohort, reads, 0, COUNT);
samplePatients(sampler, seedKey('subtypes'), 0, 0, COUNT);
const { alphaPerGy, alphaBetaGy, tumourSizeCm, subtype } = sampler.columns;

const membersOf = (position: number): number[] =>
  Array.from({ length: COUNT }, (_, i) => i).filter((i) => subtype[i] === position);
const moments = (values: readonly number[]) => {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1);
  return { mean, variance };
};

describe.each(laws.map((law, position) => ({ ...law, position })))(
  'sampled subtype $position',
  ({ weight, median, sigma, position }) => {
    const members = membersOf(position);
    const n = members.length;
    const logs = members.map((i) => Math.log(alphaBetaGy[i] / median));
    const sizes = members.map((i) => (tumourSizeCm[i] - 9) / 2);

    it('has its share of the patients', () => {
      const error = Math.sqrt(weight * (1 - weight) * COUNT);
      expect(Math.abs(n - weight * COUNT)).toBeLessThan(SCORE * error);
    });

    it('has the mean and variance of its own law', () => {
      const { mean, variance } = moments(logs);
      if (sigma === 0) {
        expect(new Set(logs)).toEqual(new Set([0]));
        return;
      }
      expect(Math.abs(mean)).toBeLessThan((SCORE * sigma) / Math.sqrt(n));
      // Var(s²) = 2σ⁴/(n − 1)
      expect(Math.abs(variance - sigma * sigma)).toBeLessThan(SCORE * sigma * sigma * Math.sqrt(2 / (n - 1)));
    });

    it('keeps the law of what it shares, correlated as stated where both vary', () => {
      const { mean, variance } = moments(sizes);
      expect(Math.abs(mean)).toBeLessThan(SCORE / Math.sqrt(n));
      expect(Math.abs(variance - 1)).toBeLessThan(SCORE * Math.sqrt(2 / (n - 1)));
      if (sigma === 0) return;
      const products = sizes.map((z, i) => (z * logs[i]) / sigma);
      // Var(z₁z₂) = 1 + ρ²
      expect(Math.abs(moments(products).mean - 0.5)).toBeLessThan(SCORE * Math.sqrt(1.25 / n));
    });
  },
);

describe('a big sample', () => {
  it('has the mean α and control of the quadrature', () => {
    const { columns, weights, count } = quadraturePopulation(cohort, reads, 4);
    const control = (alpha: number, alphaBeta: number) =>
      Math.exp(-Math.exp(Math.log(1e6) - alpha * 50 * (1 + 2 / alphaBeta)));
    for (const f of [(alpha: number) => alpha, control]) {
      let exact = 0;
      for (let i = 0; i < count; i++) exact += weights[i] * f(columns.alphaPerGy[i], columns.alphaBetaGy[i]);
      const { mean, variance } = moments(Array.from(alphaPerGy, (alpha, i) => f(alpha, alphaBetaGy[i])));
      expect(Math.abs(mean - exact)).toBeLessThan(SCORE * Math.sqrt(variance / COUNT) + 1e-9);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { createCohort } from '../../src/cohort/cohort.ts';
import { cohortSchema } from '../../src/cohort/cohort-schema.ts';
import { convergeOnPopulation } from '../../src/outcomes/population-mean.ts';
import { residualDisease } from '../../src/radiobiology/tumour-control/residual-disease.ts';
import { clippedPopulation, populationPoisson } from '../../src/verify/calculators/control-calculators.ts';
import { radiobiologyCalculators } from '../../src/verify/calculators/radiobiology-calculators.ts';
import type { Inputs } from '../../src/verify/calculators/reference-inputs.ts';
import { meanProbability } from '../../src/verify/mean-probability.ts';
import references from '../../src/verify/values/radiobiology-values.json' with { type: 'json' };
import { plainArm } from '../fixtures/effective-dose.ts';

describe('independently computed radiobiology values', () => {
  it('are there, and every calculator is used', () => {
    expect(references.length).toBe(139);
    expect([...new Set(references.map(({ model }) => model))].sort()).toEqual(
      Object.keys(radiobiologyCalculators).sort(),
    );
  });

  it('are asked for to at least five digits, with a source', () => {
    for (const { id, tolerance, source } of references) {
      expect(Number.parseFloat(String(tolerance)), id).toBeLessThanOrEqual(1e-5);
      expect(source.length, id).toBeGreaterThan(9);
    }
  });

  // 25 × 2 Gy is a reference value; the others were computed with it, to six digits. At 2 Gy a fraction α/β drops out.
  it.each([
    ['25 × 2 Gy', 25, 2, 0.944305],
    ['5 × 3.5 Gy', 5, 3.5, 0.831462],
    ['5 × 5 Gy', 5, 5, 0.900472],
    ['5 × 8 Gy', 5, 8, 0.979325],
  ])(
    'population control after %s: clipped α/β to six digits; ours, truncated, within 1e-4',
    (_, n, d, expected) => {
      const reference = references.find(({ id }) => id === 'resid-lc-pop-25x2')!;
      const inputs = { ...reference.inputs, n, d } as unknown as Inputs;
      expect(Math.abs(clippedPopulation(inputs) - expected)).toBeLessThanOrEqual(0.5e-6 + 1e-8);
      const { q, L, sf2, ab, sE2, sAb, clip } = inputs;
      const cohort = createCohort(
        cohortSchema.parse({
          heterogeneity: {
            sf2: { logLogNormal: { median: sf2, sigma: sE2 } },
            alphaBetaGy: { logNormal: { median: ab, sigma: sAb }, within: clip },
          },
        }),
      );
      const model = residualDisease.create({ residualProbability: q, maxLnClonogens: L }, { levels: {} });
      const { values, exact } = convergeOnPopulation(cohort, model.reads, (population) => [
        meanProbability(model, plainArm(n, d), population),
      ]);
      expect(exact).toBe(true);
      expect(Math.abs(values[0] - expected)).toBeLessThan(1e-4);
    },
  );

  // Reference values hold the first two by number of clonogens; here the number comes from the size
  it.each([
    [4, 0.531869],
    [7.5, 0.454775],
    [12, 0.402047],
  ])('definitive 32 × 2 Gy to a sphere of %d cm with 10⁷ clonogens per cm³', (tumourSizeCm, expected) => {
    const sf2 = { logLogNormal: { median: 0.52, sigma: 0.459 } };
    const cohort = { heterogeneity: { sf2, alphaBetaGy: 4.9, tumourSizeCm } };
    const control = populationPoisson(cohort, { clonogenDensityPerCm3: 1e7 }, 32, 2);
    expect(Math.abs(control - expected)).toBeLessThanOrEqual(0.5e-6 + 1e-7);
  });
});

import { describe, expect, it } from 'vitest';
import { createCohort } from '../../src/cohort/cohort.ts';
import { cohortSchema } from '../../src/cohort/cohort-schema.ts';
import { convergeOnPopulation } from '../../src/outcomes/population-mean.ts';
import { residualDisease } from '../../src/radiobiology/tumour-control/residual-disease.ts';
import { plainArm } from '../fixtures/effective-dose.ts';
import { meanProbability } from '../fixtures/mean-probability.ts';
import { clippedPopulation, controlCalculators, populationPoisson } from './control-calculators.ts';
import { doseCalculators } from './dose-calculators.ts';
import { populationCalculators } from './population-calculators.ts';
import references from './radiobiology-values.json' with { type: 'json' };
import type { Inputs } from './reference-inputs.ts';

interface Reference {
  readonly id: string;
  readonly model: string;
  readonly inputs: object;
  readonly expected: number;
  readonly tolerance: number | string;
}

const calculators = { ...doseCalculators, ...controlCalculators, ...populationCalculators };

/** How far a value may lie from the expected one: a tolerance ending in "abs" is absolute, else relative. */
const allowed = ({ tolerance, expected }: Reference): number =>
  String(tolerance).endsWith('abs')
    ? Number.parseFloat(String(tolerance))
    : Number(tolerance) * Math.abs(expected);

describe('independently computed radiobiology values', () => {
  it('are there, each once, and every calculator is used', () => {
    const ids = references.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe(139);
    expect([...new Set(references.map(({ model }) => model))].sort()).toEqual(
      Object.keys(calculators).sort(),
    );
  });

  it('are asked for to at least five digits, with a source', () => {
    for (const { id, tolerance, source } of references) {
      expect(Number.parseFloat(String(tolerance)), id).toBeLessThanOrEqual(1e-5);
      expect(source.length, id).toBeGreaterThan(9);
    }
  });

  it.each(references as Reference[])('$id: $model', (reference) => {
    const calculate = calculators[reference.model];
    if (!calculate) throw new Error(`no calculator for the model “${reference.model}”`);
    const value = calculate(reference.inputs as Inputs);
    expect(Math.abs(value - reference.expected), `got ${value}`).toBeLessThanOrEqual(allowed(reference));
  });

  // 25 × 2 Gy is the reference entry above; the others were computed with it, to six digits. At 2 Gy a fraction α/β drops out.
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

  // Reference entries above hold the first two by number of clonogens; here the number comes from the size
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

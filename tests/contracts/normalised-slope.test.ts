import { describe, expect, it } from 'vitest';
import { complicationModels } from '../../src/radiobiology/complications/index.ts';
import type { ModelDefinition } from '../../src/radiobiology/endpoint-model.ts';
import { tumourControlModels } from '../../src/radiobiology/tumour-control/index.ts';
import { plainArm, plainDose } from '../fixtures/effective-dose.ts';

const registries: Record<string, Readonly<Record<string, ModelDefinition>>> = {
  tumourControl: tumourControlModels,
  complications: complicationModels,
};

/** 15 fractions of 2 Gy, which are 30 Gy in EQD2 at any α/β. */
const FRACTIONS = 15;
const D50_GY = 30;
const ALPHA_BETA_GY = 7;

/** Keys under which models state what happens whatever the dose; of the rest, D50 does half. */
const FLOORS = ['surgeryAlone', 'baseline'];

/** Models that state D50 and γ50, each with a curve of both and whatever else its example states of the curve. */
const cases = Object.entries(registries).flatMap(([registry, models]) =>
  Object.entries(models).flatMap(([name, definition]) => {
    const { shape } = definition.parameters;
    if (!('gamma50' in shape && 'd50Gy' in shape)) return [];
    const example = definition.examples.find((each) => 'gamma50' in each)!;
    const { anchor: _, oddsRatios: __, ...curve } = example as Record<string, unknown>;
    return [0.4, 1.5, 4].map((gamma50) => ({
      title: `${registry}: ${name}, γ50 ${gamma50}`,
      gamma50,
      floor: FLOORS.reduce((sum, key) => sum + ((curve[key] as number | undefined) ?? 0), 0),
      model: definition.create(
        definition.parameters.parse({
          ...curve,
          gamma50,
          d50Gy: D50_GY,
          ...('alphaBetaGy' in shape && { alphaBetaGy: ALPHA_BETA_GY }),
        }),
        { levels: {} },
      ),
    }));
  }),
);

describe('the models with D50 and γ50', () => {
  it('are some of both registries', () => {
    for (const registry of Object.keys(registries))
      expect(cases.some(({ title }) => title.startsWith(registry))).toBe(true);
  });
});

describe.each(cases)('$title', ({ model, gamma50, floor }) => {
  const patient = { alphaBetaGy: Float64Array.of(ALPHA_BETA_GY), alphaPerGy: Float64Array.of(0.3) };
  const at = (doseGy: number): number => {
    const out = new Float64Array(1);
    model.probabilities(plainArm(FRACTIONS, doseGy), patient, out, 1);
    return out[0];
  };
  const eqd2Gy = (doseGy: number): number =>
    plainDose(FRACTIONS, doseGy).bed(ALPHA_BETA_GY) / (1 + 2 / ALPHA_BETA_GY);

  it('has half of what dose does at D50', () => {
    expect((at(2) - floor) / (1 - floor)).toBeCloseTo(0.5, 10);
  });

  it('has its normalised slope there: γ50 = D50·dP/dEQD2', () => {
    const step = 1e-4;
    const slope = (at(2 + step) - at(2 - step)) / (eqd2Gy(2 + step) - eqd2Gy(2 - step));
    expect((D50_GY * slope) / (1 - floor)).toBeCloseTo(gamma50, 6);
  });
});

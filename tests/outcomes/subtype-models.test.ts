import { describe, expect, it } from 'vitest';
import { createArmSimulator } from '../../src/outcomes/arm-simulator.ts';
import { populationRates } from '../../src/outcomes/population-rates.ts';
import { createSubtypeModel } from '../../src/outcomes/subtype-model.ts';
import { createTruth, type Truth } from '../../src/outcomes/truth.ts';
import { truthSchema } from '../../src/outcomes/truth-schema.ts';
import { tumourControlModels } from '../../src/radiobiology/tumour-control/index.ts';
import { seedKey } from '../../src/random/seed-key.ts';
import { plainArm } from '../fixtures/effective-dose.ts';
import { twoArms } from '../fixtures/planned-arm.ts';

/** Beyond ±6 standard errors: 2e-9 a look; and the seed is fixed. */
const SCORE = 6;
const heterogeneity = { alphaBetaGy: { logNormal: { median: 4.9, sigma: 0.4 } }, sf2: 0.52 };
const subtypes = { other: { weight: 0.7 }, myxoid: { weight: 0.3, heterogeneity: { sf2: 0.33 } } };
const truthOf = (localControl: object, cohort: object = { heterogeneity, subtypes }): Truth =>
  createTruth(truthSchema.parse({ cohort, localControl }), twoArms, {});
const rates = (truth: Truth): number[] => populationRates(truth).arms.map((arm) => arm.rates[0]);
const base = { model: 'logistic', gamma50: 1.5, d50Gy: 38 };
const anchor = { schedule: '25 x 2 Gy', rate: 0.98 };

describe('a model of a subtype', () => {
  it('gives the subtype its own chances, the others those of the block', () => {
    const own = { model: 'logLogistic', surgeryAlone: 0.5, gamma50: 1, d50Gy: 20 };
    const mixed = rates(truthOf({ ...base, bySubtype: { myxoid: own } }));
    const [others, alone] = [base, own].map((block) => rates(truthOf(block, { heterogeneity })));
    mixed.forEach((rate, arm) => {
      expect(rate).toBeCloseTo(0.7 * others[arm] + 0.3 * alone[arm], 7);
    });
  });

  it('has its anchor in the subtype', () => {
    const own = { model: 'logistic', gamma50: 1.5, anchor };
    const [control] = rates(truthOf({ ...base, bySubtype: { myxoid: own } }));
    const [others] = rates(truthOf(base, { heterogeneity }));
    expect(control).toBeCloseTo(0.7 * others + 0.3 * 0.98, 6);
  });

  it('leaves the block’s anchor to hold in the whole population', () => {
    const block = { model: 'residualDisease', anchor: { schedule: '25 x 2 Gy', rate: 0.95 } };
    const own = { model: 'residualDisease', residualProbability: 0.1 };
    const [control] = rates(truthOf({ ...block, bySubtype: { myxoid: own } }));
    expect(control).toBeCloseTo(0.95, 6);
    const [alone] = rates(truthOf(own, { heterogeneity: { ...heterogeneity, sf2: 0.33 } }));
    const truth = truthOf({ ...block, bySubtype: { myxoid: own } });
    const others = truthOf(
      { model: 'residualDisease', residualProbability: truth.endpoints[0].free },
      { heterogeneity },
    );
    expect(0.7 * rates(others)[0] + 0.3 * alone).toBeCloseTo(0.95, 6);
  });

  it('may be a stated rate', () => {
    const own = { model: 'statedRates', control: 0.99, experimental: 0.95 };
    const mixed = rates(truthOf({ ...base, bySubtype: { myxoid: own } }));
    const others = rates(truthOf(base, { heterogeneity }));
    expect(mixed[1]).toBeCloseTo(0.7 * others[1] + 0.3 * 0.95, 7);
  });

  it('is simulated so, hidden draws drawn or not', () => {
    const COUNT = 100_000;
    const block = { model: 'residualDisease', residualProbability: 0.4 };
    for (const own of [{ ...block, maxLnClonogens: 10 }, base]) {
      const truth = truthOf({ ...block, bySubtype: { myxoid: own } });
      for (const position of [0, 1]) {
        const rate = rates(truth)[position];
        const simulator = createArmSimulator(truth, position, COUNT, 0, [undefined]);
        simulator.simulate(seedKey('subtype models'), 0, 0, COUNT);
        const events = simulator.outcomes.events[0].reduce((sum, x) => sum + x, 0);
        const error = Math.sqrt((rate * (1 - rate)) / COUNT);
        expect(Math.abs(events / COUNT - rate)).toBeLessThan(SCORE * error);
      }
    }
  });
});

describe('models of subtypes put together', () => {
  const { residualDisease, logistic } = tumourControlModels;
  const residual = (maxLnClonogens: number) =>
    residualDisease.create(residualDisease.parameters.parse({ residualProbability: 0.4, maxLnClonogens }), {
      levels: {},
    });
  const plain = logistic.create(logistic.parameters.parse({ gamma50: 1.5, d50Gy: 38 }), { levels: {} });
  const patients = {
    alphaPerGy: Float64Array.of(0.1, 0.1, 0.1, 0.2),
    alphaBetaGy: Float64Array.of(4.9, 4.9, 4.9, 8),
    subtype: Float64Array.of(0, 1, 2, 1),
  };
  const arm = plainArm(5, 6);
  const uniforms = [Float64Array.of(0.1, 0.1, 0.1, 0.2), Float64Array.of(0.6, 0.6, 0.6, 0.9)];
  const mixed = createSubtypeModel(
    residual(18),
    new Map([
      [1, residual(12)],
      [2, plain],
    ]),
  );
  const fill = (write: (out: Float64Array) => void): number[] => {
    const out = new Float64Array(4);
    write(out);
    return [...out];
  };

  it('share hidden draws by name, so that a subtype changes the chances and not the luck', () => {
    expect(mixed.latents).toEqual(['residual', 'clonogens']);
    const together = fill((out) => mixed.probabilitiesGiven!(arm, patients, uniforms, out, 4));
    const [long, short] = [18, 12].map((l) =>
      fill((out) => residual(l).probabilitiesGiven!(arm, patients, uniforms, out, 4)),
    );
    const stated = fill((out) => plain.probabilities(arm, patients, out, 4));
    expect(together).toEqual([long[0], short[1], stated[2], short[3]]);
  });

  it('average each as it averages alone, over time as well', () => {
    const [long, short] = [18, 12].map((l) =>
      fill((out) => residual(l).promotionProbabilities!(arm, patients, 0.6, out, 4)),
    );
    const together = fill((out) => mixed.promotionProbabilities!(arm, patients, 0.6, out, 4));
    const stated = fill((out) => plain.probabilities(arm, patients, out, 4));
    expect([together[0], together[1], together[3]]).toEqual([long[0], short[1], short[3]]);
    expect(together[2]).toBeCloseTo(Math.exp(0.6 * Math.log(stated[2])), 12);
  });

  it('have no hidden draws where none of them has', () => {
    const simple = createSubtypeModel(plain, new Map([[1, plain]]));
    expect([simple.latents, simple.probabilitiesGiven]).toEqual([[], undefined]);
    expect(simple.reads).toEqual(['alphaBetaGy', 'subtype']);
  });
});

import { describe, expect, it } from 'vitest';
import { createDesign } from '../../src/trial/design.ts';
import { designSchema } from '../../src/trial/design-schema.ts';
import { exactComparisonPower } from '../../src/trial/exact-comparison.ts';
import { exactDesign } from '../../src/trial/exact-design.ts';
import { createPassMatrices } from '../../src/trial/pass-matrix.ts';

const local = { endpoint: 'localControl', atYears: 3 };
const wounds = { endpoint: 'woundComplication', withinDays: 120 };
const margin = { margin: 0.1, oneSidedAlpha: 0.05 };
const designs = {
  wald: { perArm: 60, nonInferiority: { ...local, ...margin, test: 'wald' } },
  'bad event': { perArm: 55, nonInferiority: { ...wounds, ...margin, test: 'farringtonManning' } },
  '2:1': {
    total: 90,
    allocation: [2, 1],
    nonInferiority: { ...local, ...margin, test: 'miettinenNurminen' },
  },
  fisher: { perArm: 50, superiority: { ...local, twoSidedAlpha: 0.05, test: 'fisher' } },
  failures: {
    perArm: 50,
    unevaluable: 0.1,
    analysisSet: 'intentionToTreat',
    nonInferiority: { ...wounds, ...margin, test: 'wald' },
  },
  dropped: { perArm: 22, unevaluable: 0.1, nonInferiority: { ...local, ...margin, test: 'newcombe' } },
};
const arms = (sizes: readonly number[]) =>
  sizes.map((size, position) => ({ size, rates: [position === 0 ? 0.82 : 0.86] }));

describe('power along the border of the rejection region', () => {
  it.each(Object.entries(designs))('%s: what enumeration of every pair of counts gives', (_, spec) => {
    const design = createDesign(designSchema.parse(spec), 2);
    const cells = arms(design.sizes);
    const enumerated = exactDesign(design, createPassMatrices(), cells)!.joint;
    // Counts that hold less than 1e-13 are left out, of evaluable ones less than 1e-9
    expect(exactComparisonPower(design, cells)).toBeCloseTo(enumerated, design.unevaluable > 0 ? 8 : 11);
  });

  it('is not said of designs that are more than one comparison', () => {
    const two = designSchema.parse({
      perArm: 40,
      coPrimary: [
        { nonInferiority: { ...local, ...margin, test: 'wald' } },
        { nonInferiority: { ...wounds, ...margin, test: 'wald' } },
      ],
    });
    expect(exactComparisonPower(createDesign(two, 2), arms([40, 40]))).toBeUndefined();
    const single = { ...local, nullRate: 0.7, oneSidedAlpha: 0.05, test: 'exactBinomial' };
    const one = createDesign(designSchema.parse({ perArm: 40, singleArm: single }), 1);
    expect(exactComparisonPower(one, [{ size: 40, rates: [0.8] }])).toBeUndefined();
  });
});

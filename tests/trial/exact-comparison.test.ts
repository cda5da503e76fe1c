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

  it('is not said of designs with looks, blocks, strata or a stratum beside it', () => {
    const design = createDesign(designSchema.parse(designs.wald), 2);
    expect(exactComparisonPower(design, arms([60, 60]))).toBeDefined();
    const [claim] = design.claims;
    for (const more of [
      { rules: [{}] },
      { sequential: {} },
      { randomisation: {} },
      { claims: [] },
      { claims: [claim, claim] },
      { claims: [{ ...claim, stratum: {} }] },
      { claims: [{ ...claim, passesByStratum: () => true }] },
      { claims: [{ ...claim, comparison: undefined }] },
      { claims: [{ ...claim, times: {} }] },
    ])
      expect(exactComparisonPower({ ...design, ...more } as never, arms([60, 60]))).toBeUndefined();
    expect(exactComparisonPower(design, arms([60]))).toBeUndefined();
    const [control, experimental] = arms([60, 60]);
    expect(exactComparisonPower(design, [{ ...control, share: 0.5 }, experimental])).toBeUndefined();
    expect(exactComparisonPower(design, [control, { ...experimental, share: 0.5 }])).toBeUndefined();
  });

  it('mixes over the evaluable counts, but not where each pair of sizes takes long', () => {
    const spec = { perArm: 4, nonInferiority: { ...local, ...margin, test: 'exactUnconditional' } };
    const slow = createDesign(designSchema.parse(spec), 2);
    expect(exactComparisonPower(slow, arms([4, 4]))).toBeDefined();
    expect(exactComparisonPower({ ...slow, unevaluable: 0.1 }, arms([4, 4]))).toBeUndefined();
    const failures = { ...slow, unevaluable: 0.1, countsUnevaluableAsFailures: true };
    expect(exactComparisonPower(failures, arms([4, 4]))).toBeDefined();
  });

  it.each([
    ['good', 0.6, 0.7],
    ['bad', 0.4, 0.3],
  ] as const)('of two patients an arm, half of them evaluable, by hand: the event is %s', (kind, c, e) => {
    // Shown where everybody analysed in the experimental arm succeeds, and no control does
    const eventIsGood = kind === 'good';
    const claim = {
      endpoint: { eventIsGood },
      comparison: { test: { isMonotone: true } },
      passes: (control: number, controlSize: number, experimental: number, size: number) =>
        control === (eventIsGood ? 0 : controlSize) && experimental === (eventIsGood ? size : 0),
    };
    const design = { claims: [claim], rules: [], unevaluable: 0.5, countsUnevaluableAsFailures: false };
    const cells = [c, e].map((rate) => ({ size: 2, rates: [rate] }));
    // Σ over sizes 1 and 2, of probability 1/2 and 1/4; of no patients nothing is shown
    const ofArm = (p: number): number => 0.5 * p + 0.25 * p * p;
    const power = exactComparisonPower(design as never, cells);
    expect(power).toBeCloseTo(ofArm(0.4) * ofArm(0.7), 12);
    const dropped = exactComparisonPower({ ...design, unevaluable: 0 } as never, cells);
    expect(dropped).toBeCloseTo(0.16 * 0.49, 12);
    const asFailures = { ...design, countsUnevaluableAsFailures: true };
    // Success 0.6/2 and 0.7/2
    expect(exactComparisonPower(asFailures as never, cells)).toBeCloseTo(0.7 * 0.7 * 0.35 * 0.35, 12);
  });
});

import { describe, expect, it } from 'vitest';
import { endpoints } from '../../src/outcomes/endpoints/index.ts';
import { accrualSchema } from '../../src/trial/accrual.ts';
import type { Design } from '../../src/trial/design.ts';
import { differenceScore } from '../../src/trial/difference-score.ts';
import { exactTwoArmDesign } from '../../src/trial/exact-two-arm-design.ts';
import { farringtonManning } from '../../src/trial/tests/farrington-manning.ts';

const plan = { efficacy: [1.5, 1.2], futility: [0.1, 1.2] };
/** Two arms of 8 with a look at 8 patients, and a claim on a difference of 0.1. */
const design = (endpoint: object = endpoints.localControl, more: object = {}) =>
  ({
    sequential: { patients: [8, 16], plan },
    sizes: [8, 8],
    rules: [],
    claims: [{ endpoint, time: 1, comparison: { test: farringtonManning, margin: 0.1 } }],
    stages: [{ patients: 8 }],
    ...more,
  }) as unknown as Design;
const arms = (control: number, experimental: number) =>
  [control, experimental].map((rate) => ({ size: 8, rates: [rate] })) as never;

const CHOOSE = [1, 4, 6, 4, 1];
const binomial = (x: number, rate: number): number =>
  CHOOSE[x] * [1, 2, 3, 4].reduce((p, i) => p * (i <= x ? rate : 1 - rate), 1);

/** Both stages of both arms, count by count. */
function everyCount(control: number, experimental: number) {
  const sum = { efficacy: 0, futility: 0, power: 0 };
  const score = (c: number, e: number, n: number): number =>
    differenceScore(
      { controlSuccesses: c, controlSize: n, experimentalSuccesses: e, experimentalSize: n },
      0.1,
    );
  for (let c = 0; c <= 4; c++)
    for (let e = 0; e <= 4; e++) {
      const p = binomial(c, control) * binomial(e, experimental);
      if (score(c, e, 4) >= 1.5) sum.efficacy += p;
      else if (score(c, e, 4) < 0.1) sum.futility += p;
      else
        for (let c2 = 0; c2 <= 4; c2++)
          for (let e2 = 0; e2 <= 4; e2++)
            if (score(c + c2, e + e2, 8) >= 1.2)
              sum.power += p * binomial(c2, control) * binomial(e2, experimental);
    }
  return { ...sum, power: sum.power + sum.efficacy };
}

describe('a trial of two arms with looks, exactly', () => {
  it.each([
    [0.5, 0.8],
    [0.9, 0.85],
  ])('is the sum over all counts, at rates of %d and %d', (control, experimental) => {
    const exact = exactTwoArmDesign(design(), arms(control, experimental));
    const { efficacy, futility, power } = everyCount(control, experimental);
    expect(exact.joint).toBeCloseTo(power, 12);
    expect(exact.byClaim).toEqual([exact.joint]);
    expect(exact.stops).toEqual([
      { efficacy: expect.closeTo(efficacy, 12), futility: expect.closeTo(futility, 12), harm: 0 },
    ]);
    expect(exact.expectedEnrolled).toBeCloseTo(16 - 8 * (efficacy + futility), 12);
    expect(exact).not.toHaveProperty('expectedDays');
  });

  it('counts those without the event where that is bad', () => {
    const wounds = exactTwoArmDesign(design(endpoints.woundComplication), arms(0.5, 0.2));
    expect(wounds.joint).toBeCloseTo(everyCount(0.5, 0.8).power, 12);
  });

  it('has days where patients come at a steady pace', () => {
    const accrual = accrualSchema.parse({ perMonth: 30.4375, surgeryAfterDays: 10, pausesAtLooks: true });
    const { expectedDays, expectedEnrolled } = exactTwoArmDesign(
      design(undefined, { accrual }),
      arms(0.5, 0.8),
    );
    const { efficacy, futility } = everyCount(0.5, 0.8);
    // A patient a day; outcomes are known 10 + 365.25 days later
    expect(expectedDays).toBeCloseTo(16 - 8 * (efficacy + futility) + 375.25, 9);
    expect(expectedEnrolled).toBeCloseTo(16 - 8 * (efficacy + futility), 12);
    const rising = exactTwoArmDesign(
      design(undefined, { accrual: { ...accrual, rampMonths: 6 } }),
      arms(0.5, 0.8),
    );
    expect(rising).not.toHaveProperty('expectedDays');
    expect(rising).not.toHaveProperty('expectedEnrolled');
  });

  it('has a row for each look before the last', () => {
    const sequential = {
      patients: [8, 12, 16],
      plan: { efficacy: [1.5, 1.4, 1.2], futility: [0.1, 0.2, 1.2] },
    };
    const { stops, joint, expectedEnrolled } = exactTwoArmDesign(
      design(undefined, { sequential, stages: [{ patients: 8 }, { patients: 12 }] }),
      arms(0.5, 0.8),
    );
    const { efficacy, futility } = everyCount(0.5, 0.8);
    expect(stops).toHaveLength(2);
    expect(stops[0]).toEqual({
      efficacy: expect.closeTo(efficacy, 12),
      futility: expect.closeTo(futility, 12),
      harm: 0,
    });
    expect(stops[1].efficacy).toBeGreaterThan(0.01);
    expect(joint).toBeGreaterThan(stops[0].efficacy + stops[1].efficacy);
    const [first, second] = stops.map((stop) => stop.efficacy + stop.futility);
    expect(expectedEnrolled).toBeCloseTo(8 * first + 12 * second + 16 * (1 - first - second), 12);
  });

  it('refuses a design without looks', () => {
    expect(() => exactTwoArmDesign(design(undefined, { sequential: undefined }), arms(0.5, 0.8))).toThrow(
      'no looks at patients',
    );
  });
});

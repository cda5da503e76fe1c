import { describe, expect, it } from 'vitest';
import { continuityCorrectedSize } from '../../src/trial/sample-size/continuity-corrected.ts';
import type { SizeFormula, TwoArmPlan } from '../../src/trial/sample-size/definition.ts';
import { exactPowerOfPlan } from '../../src/trial/sample-size/exact-power-of-plan.ts';
import { exactSizes } from '../../src/trial/sample-size/exact-sizes.ts';
import { farringtonManningSize } from '../../src/trial/sample-size/farrington-manning.ts';
import { pooledSize } from '../../src/trial/sample-size/pooled.ts';
import { sizeFormula } from '../../src/trial/sample-size/size-formula.ts';
import { waldSize } from '../../src/trial/sample-size/wald.ts';
import type { TwoArmTest } from '../../src/trial/tests/definition.ts';
import { type TestName, tests } from '../../src/trial/tests/index.ts';

const superiority = (controlRate: number, experimentalRate: number): TwoArmPlan => ({
  controlRate,
  experimentalRate,
  margin: 0,
  level: { alpha: 0.05, sides: 2 },
  allocation: 1,
});
const nonInferiority = (rate: number, margin: number, alpha = 0.05): TwoArmPlan => ({
  controlRate: rate,
  experimentalRate: rate,
  margin,
  level: { alpha, sides: 1 },
  allocation: 1,
});
const exactOf = (name: TestName, plan: TwoArmPlan) => {
  const test = tests[name] as TwoArmTest;
  return exactPowerOfPlan(test, test.create(plan.margin, plan.level), plan);
};
const search = (name: TestName, plan: TwoArmPlan, power: number) =>
  exactSizes(exactOf(name, plan), power, sizeFormula(name, plan.margin).size(plan, power));

describe('sample size by formula', () => {
  // gsDesign 3.11 nBinomial(delta0) and rpact 3.3.4; events are bad, so that rates of success are 1 − p
  it.each([
    [0.35, 0.35, 0.15, 0.05, 0.8, 247.4842, 124],
    [0.35, 0.35, 0.1, 0.025, 0.8, 710.8719, 356],
    [0.3, 0.35, 0.1, 0.05, 0.8, 240.5205, 121],
    [0.1, 0.1, 0.1, 0.025, 0.9, 408.6131, 205],
  ])('Farrington–Manning: %d against %d, margin %d', (p1, p2, margin, alpha, power, total, perArm) => {
    const plan = { ...nonInferiority(1 - p2, margin, alpha), experimentalRate: 1 - p1 };
    const size = farringtonManningSize.size(plan, power);
    expect(Math.abs(2 * size - total)).toBeLessThan(1e-4);
    expect(Math.ceil(size)).toBe(perArm);
  });

  // gsDesign 3.11 and rpact 3.3.4; Casagrande–Pike–Smith by clinfun 1.1.5
  it.each([
    [0.35, 0.2, 0.8, 137.9147531356, 151],
    [0.5, 0.3, 0.9, 123.9986299497, 134],
    [0.1, 0.2, 0.9, 265.8559859362, 286],
  ])('superiority: %d against %d', (p1, p2, power, raw, corrected) => {
    for (const plan of [superiority(p1, p2), superiority(p2, p1)].filter(
      ({ experimentalRate, controlRate }) => experimentalRate > controlRate,
    )) {
      expect(pooledSize.size(plan, power)).toBeCloseTo(raw, 8);
      expect(farringtonManningSize.size(plan, power)).toBeCloseTo(raw, 5);
      expect(Math.ceil(continuityCorrectedSize.size(plan, power))).toBe(corrected);
    }
  });

  it('93 % in both arms, margin 7 points, 5 % one-sided, 80 %: 182, by Wald 165', () => {
    expect(Math.ceil(farringtonManningSize.size(nonInferiority(0.93, 0.07), 0.8))).toBe(182);
    expect(Math.ceil(waldSize.size(nonInferiority(0.93, 0.07), 0.8))).toBe(165);
  });

  it('power is the size read backwards, for any allocation', () => {
    const formulas: SizeFormula[] = [farringtonManningSize, waldSize, pooledSize, continuityCorrectedSize];
    for (const formula of formulas)
      for (const allocation of [0.5, 1, 2]) {
        const plan = { ...superiority(0.6, 0.75), allocation };
        expect(formula.power(plan, formula.size(plan, 0.83))).toBeCloseTo(0.83, 10);
      }
  });

  it('unequal arms: exchanging them with the event leaves the total', () => {
    const plan = { ...nonInferiority(0.8, 0.1), experimentalRate: 0.83, allocation: 2 };
    const exchanged = { ...plan, controlRate: 1 - 0.83, experimentalRate: 0.2, allocation: 0.5 };
    for (const { size } of [farringtonManningSize, waldSize])
      expect(size(exchanged, 0.8) * 1.5).toBeCloseTo(size(plan, 0.8) * 3, 6);
  });

  it('is refused where the planned rate lies at the margin', () => {
    const plan = { ...nonInferiority(0.75, 0.25), experimentalRate: 0.5 };
    expect(() => farringtonManningSize.size(plan, 0.8)).toThrow(/no sample size/);
  });
});

describe('exact sample size', () => {
  it.each([
    ['farringtonManning', 175, 179],
    ['wald', 164, 164],
  ] as const)(
    '%s at rates of 0.93 and a margin of 0.07: %d, and every size from %d',
    (name, smallest, lasting) => {
      const plan = nonInferiority(0.93, 0.07);
      expect(search(name, plan, 0.8)).toMatchObject({ smallest, lasting });
      const powerAt = exactOf(name, plan);
      for (let n = 180; n < 400; n += 7) expect(powerAt(n)).toBeGreaterThanOrEqual(0.8);
    },
  );

  // clinfun 1.1.5 fe.ssize
  it.each([
    [0.65, 0.8, 0.8, 150, 0.80268430794],
    [0.5, 0.7, 0.9, 133, 0.90149391415],
  ])('Fisher, %d against %d at %d: %d per arm', (control, experimental, power, perArm, exact) => {
    const plan = superiority(control, experimental);
    expect(search('fisher', plan, power).smallest).toBe(perArm);
    expect(exactOf('fisher', plan)(perArm)).toBeCloseTo(exact, 6);
  });

  it('Fisher, 10 % against 20 % at 90 %: power of 281 per arm, as in clinfun 1.1.5', () => {
    expect(exactOf('fisher', superiority(0.1, 0.2))(281)).toBeCloseTo(0.90052739122, 4);
  });

  // Enumerated in R 4.2.2, both directions together: the worse one adds less than 1e-6
  it.each([
    [0.35, 0.17, 100, 0.79284099081],
    [0.5, 0.3, 93, 0.7510716267],
  ])('power of Fisher’s test, %d against %d', (p1, p2, perArm, power) => {
    expect(Math.abs(exactOf('fisher', superiority(1 - p1, 1 - p2))(perArm) - power)).toBeLessThan(1e-6);
  });

  it('says which bound a search hit', () => {
    const hardly = { ...nonInferiority(0.93, 0.07), experimentalRate: 0.8601 };
    expect(() => exactSizes(() => 0.1, 0.8, farringtonManningSize.size(hardly, 0.8))).toThrow(
      /^no sample size up to 5000 control patients, where the search ends; the formula asks for \d+$/,
    );
    expect(exactSizes((n) => (n === 30 || n > 60 ? 0.8 : 0.7), 0.8, 40)).toEqual({
      smallest: 30,
      lasting: 61,
      searchedFrom: 20,
      horizon: 63,
    });
    expect(exactSizes((n) => (n === 30 ? 0.8 : 0.7), 0.8, 40).lasting).toBeUndefined();
  });
});

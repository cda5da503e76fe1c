import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  checkPlan,
  efficacyOf,
  type FlatPlan,
  fractionsOf,
  futilityOf,
  planShape,
} from '../../../src/trial/group-sequential/plan-fields.ts';

const schema = () => z.strictObject(planShape).check(({ value, issues }) => checkPlan(value, issues));
const flat = (given: object): FlatPlan => schema().parse({ looks: 2, ...given });
const problems = (given: object): string[] =>
  schema()
    .safeParse(given)
    .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
const beta = { looks: 2, futility: 'betaSpending' };
/** What a futility bound says at the first of two looks, half-way. */
const interimOf = (given: object, drift = 3): number =>
  futilityOf(flat(given))!.interim({
    look: 0,
    fraction: 0.5,
    drift,
    finalEfficacy: 2,
    spent: 0,
    law: { below: (score: number) => score / 100, mean: 5 } as never,
  });

describe('a plan in one flat object', () => {
  it.each([
    [{}, ['fractions: needs one of fractions, looks']],
    [{ looks: 2, fractions: [1] }, ['looks: needs one of fractions, looks: not both']],
    [{ looks: 1 }, []],
    [{ fractions: [0.5, 1] }, []],
    [{ looks: 20 }, []],
    [{ looks: 2, power: 0.025 }, ['power: 0.025 is too little power (must be above the level, 0.025)']],
    [{ looks: 2, power: 0.026 }, []],
    [
      { looks: 2, power: 0.09, oneSidedAlpha: 0.1 },
      ['power: 0.09 is too little power (must be above the level, 0.1)'],
    ],
    [{ looks: 2, interimZ: 3 }, ['interimZ: interimZ does nothing without haybittlePeto']],
    [{ looks: 2, interimZ: 3, efficacy: 'haybittlePeto' }, []],
    [{ looks: 2, unadjusted: true }, ['unadjusted: unadjusted does nothing without haybittlePeto']],
    [{ looks: 2, unadjusted: false }, []],
    [{ looks: 2, unadjusted: true, efficacy: 'haybittlePeto' }, []],
    [{ looks: 2, binding: true }, ['binding: binding does nothing without futility']],
    [{ looks: 2, binding: false }, []],
    [{ ...beta, binding: true }, []],
    [
      { looks: 2, futility: 'fixedZ', futilitySpending: 'lanDeMetsPocock' },
      ['futilitySpending: futilitySpending does nothing without betaSpending'],
    ],
    [
      { looks: 2, futilityBelow: 0.2, futilityUnder: 'null' },
      [
        'futilityBelow: futilityBelow does nothing without conditionalPower',
        'futilityUnder: futilityUnder does nothing without conditionalPower',
      ],
    ],
    [{ looks: 2, futility: 'conditionalPower', futilityBelow: 0.2, futilityUnder: 'null' }, []],
    [{ ...beta, futilityZ: [1] }, ['futilityZ: futilityZ does nothing without fixedZ']],
    [{ looks: 2, futilityGamma: -2 }, ['futilityGamma: futilityGamma does nothing without betaSpending']],
    [
      { ...beta, futilityGamma: -2 },
      ['futilityGamma: futilityGamma does nothing beside lanDeMetsObrienFleming'],
    ],
    [
      { ...beta, futilitySpending: 'hwangShihDeCani' },
      ['futilityGamma: missing futilityGamma: hwangShihDeCani needs it'],
    ],
    [{ ...beta, futilitySpending: 'hwangShihDeCani', futilityGamma: 0 }, []],
    [{ ...beta, futilitySpending: 'kimDeMets', futilityRho: 1 }, []],
    [
      { ...beta, futilitySpending: 'kimDeMets', futilityRho: 1, futilityGamma: 1 },
      ['futilityGamma: futilityGamma does nothing beside kimDeMets'],
    ],
    [{ looks: 2, efficacy: 'kimDeMets' }, ['rho: missing rho: kimDeMets needs it']],
    [{ looks: 2, efficacy: 'kimDeMets', rho: 2 }, []],
    [{ looks: 2, rho: 2 }, ['rho: rho does nothing beside lanDeMetsObrienFleming']],
    [
      { looks: 3, futility: 'fixedZ', futilityZ: [0, 1, 1] },
      ['futilityZ: 3 futility bounds for 2 interim looks'],
    ],
    [{ looks: 3, futility: 'fixedZ', futilityZ: [0, 1] }, []],
    [{ looks: 3, futility: 'fixedZ', futilityZ: [0] }, []],
    [{ looks: 3, futility: 'fixedZ' }, []],
    // Without looks their number is not said on top
    [{ futility: 'fixedZ', futilityZ: [0, 1] }, ['fractions: needs one of fractions, looks']],
  ])('%j: %j', (given, expected) => {
    expect(problems(given)).toEqual(expected);
  });

  it('is not checked further where a value of it is wrong', () => {
    expect(problems({ looks: 21, binding: true })).toHaveLength(1);
  });

  it('has fractions at equal steps, or those stated', () => {
    expect(fractionsOf(flat({ looks: 4 }))).toEqual([0.25, 0.5, 0.75, 1]);
    expect(fractionsOf(flat({ looks: undefined, fractions: [0.3, 1] }))).toEqual([0.3, 1]);
  });

  it('makes the efficacy bounds that it names', () => {
    const rule = (given: object) =>
      efficacyOf(flat(given)) as never as Record<string, (...of: number[]) => number>;
    expect(rule({ efficacy: 'hwangShihDeCani', gamma: 0 }).spent(0.25, 0.1)).toBeCloseTo(0.025, 14);
    expect(rule({ efficacy: 'kimDeMets', rho: 3 }).spent(0.5, 0.08)).toBeCloseTo(0.01, 14);
    const peto = { efficacy: 'haybittlePeto' };
    expect(rule(peto).interim(0.5, 2)).toBe(3);
    expect(rule({ ...peto, interimZ: 3.29 }).interim(0.5, 2)).toBe(3.29);
    for (const unadjusted of [undefined, false]) expect(rule({ ...peto, unadjusted }).final).toBeUndefined();
    expect(rule({ ...peto, unadjusted: true }).final(0.025)).toBeCloseTo(1.959964, 6);
  });

  it('makes the futility bounds that it names, and those alone', () => {
    expect(futilityOf(flat({}))).toBeUndefined();
    expect(interimOf({ futility: 'fixedZ' })).toBe(0);
    expect(interimOf({ futility: 'fixedZ', futilityZ: [-0.5] })).toBe(-0.5);
    const listed = futilityOf(flat({ looks: 3, futility: 'fixedZ', futilityZ: [-0.5, 0.5] }))!;
    expect(listed.interimLooks).toBe(2);
    // The power of the plan is that of beta spending: 5 % of the type II error of 10 % by half-way
    const spending = { futility: 'betaSpending', futilitySpending: 'kimDeMets', futilityRho: 1, power: 0.9 };
    expect(futilityOf(flat(spending))!.power).toBe(0.9);
    expect(interimOf(spending)).toBeCloseTo(5, 9);
    // z = z_K √τ + z_c √(1 − τ) under no effect; under the planned one less drift·(1 − τ), of all over √τ
    const scoreOf = (c: number, drift: number): number => (2 + c * Math.SQRT1_2 - drift * 0.5) / Math.SQRT1_2;
    const conditional = { futility: 'conditionalPower', futilityUnder: 'null' };
    expect(interimOf(conditional)).toBeCloseTo(scoreOf(-0.841621, 0), 5);
    expect(interimOf({ ...conditional, futilityBelow: 0.5 })).toBeCloseTo(scoreOf(0, 0), 9);
    expect(interimOf({ ...conditional, futilityUnder: 'design' })).toBeCloseTo(scoreOf(-0.841621, 3), 5);
    // By the trend z_K √τ + z_c √(τ(1 − τ))
    expect(interimOf({ futility: 'conditionalPower' })).toBeCloseTo(2 * Math.SQRT1_2 - 0.841621 / 2, 5);
  });
});

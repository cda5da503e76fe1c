import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { doseRuleOf, doseRuleShape } from '../../src/radiobiology/dose-rule.ts';

const schema = z.strictObject(doseRuleShape);
const accepts = (rule: object): boolean => schema.safeParse(rule).success;
const curve = { alphaPerGy: 0.33, finalSlopeGy: 1.25, quasiThresholdGy: 1.8 };

describe('a dose rule', () => {
  it('may say nothing, and is then linear-quadratic', () => {
    expect(schema.parse({})).toEqual({});
  });

  it('fills in what changes nothing', () => {
    const rule = schema.parse({
      agents: { radiosensitiser: {} },
      hyperthermia: { alphaRatioAt41: 1.5 },
      radiations: { proton: { rbeMax: 1.3 } },
      repopulation: { kickOffDays: 21, doublingTimeDays: 5 },
    });
    expect(rule.agents).toEqual({ radiosensitiser: { enhancementRatio: 1, on: 'dose', oddsRatio: 1 } });
    expect(rule.hyperthermia).toEqual({ alphaRatioAt41: 1.5, betaRatioAt41: 1 });
    expect(rule.radiations).toEqual({ proton: { rbeMax: 1.3, rbeMin: 1 } });
    expect(rule.repopulation?.untilSurgery).toBe(false);
  });

  it.each([
    { survival: 'linearQuadratic' },
    { survival: { linearQuadraticLinear: {} } },
    { survival: { linearQuadraticLinear: { transitionGy: 60, slopeRatio: 3 } } },
    { survival: { universalSurvivalCurve: curve } },
    { repair: { halfTimeHours: 1000 } },
    { hyperthermia: { alphaRatioAt41: 1 } },
    { hyperthermia: { alphaRatioAt41: 10, betaRatioAt41: 10 } },
    { agents: { one: { enhancementRatio: 0.5 }, two: { enhancementRatio: 5, on: 'alpha' } } },
    { radiations: { carbon: { rbeMax: 20, rbeMin: 0.5 } } },
    { repopulation: { kickOffDays: 0, lostGyPerDay: 0.6, untilSurgery: true } },
    { shortInterval: { belowDays: 14, oddsRatio: 1.5 } },
  ])('may say %j', (rule) => {
    expect(accepts(rule)).toBe(true);
  });

  it.each([
    ['a survival law that there is not', { survival: 'linear' }],
    ['a transition beyond 60 Gy', { survival: { linearQuadraticLinear: { transitionGy: 61 } } }],
    // α·D0 = 1
    ['a curve without a shoulder', { survival: { universalSurvivalCurve: { ...curve, alphaPerGy: 0.8 } } }],
    ['a half-time beyond 1000 h', { repair: { halfTimeHours: 1001 } }],
    ['heating that protects', { hyperthermia: { alphaRatioAt41: 0.99 } }],
    ['heating beyond tenfold', { hyperthermia: { alphaRatioAt41: 10.1 } }],
    ['β that heating lowers', { hyperthermia: { alphaRatioAt41: 2, betaRatioAt41: 0.9 } }],
    ['an agent beyond fivefold', { agents: { one: { enhancementRatio: 5.1 } } }],
    ['an agent below one half', { agents: { one: { enhancementRatio: 0.49 } } }],
    ['an agent on nothing', { agents: { one: { on: 'beta' } } }],
    ['an RBE beyond 20', { radiations: { carbon: { rbeMax: 21 } } }],
    ['an RBE below one half', { radiations: { carbon: { rbeMax: 1, rbeMin: 0.4 } } }],
    ['both ways to repopulate', { repopulation: { kickOffDays: 1, lostGyPerDay: 1, doublingTimeDays: 5 } }],
    ['neither way to repopulate', { repopulation: { kickOffDays: 1 } }],
    ['a kick-off before the first day', { repopulation: { kickOffDays: -1, lostGyPerDay: 1 } }],
    ['a key that means nothing', { repair: { halfTimeHours: 2, of: 'x' } }],
  ])('may not say %s', (_, rule) => {
    expect(accepts(rule)).toBe(false);
  });

  it('is found in the block of a model, without the model’s own keys', () => {
    const rule = { region: 'flap', repair: { halfTimeHours: 1.5 } };
    const block = { model: 'logistic', gamma50: 1.5, survival: undefined, ...rule };
    expect(doseRuleOf(block)).toEqual(rule);
    expect(Object.keys(doseRuleOf(block))).toEqual(['region', 'repair']);
  });
});

import { describe, expect, it } from 'vitest';
import { dosePremises } from '../../src/radiobiology/dose-premises.ts';
import type { DoseRule } from '../../src/radiobiology/dose-rule.ts';

const equationsOf = (rule: DoseRule): readonly string[] =>
  dosePremises(rule).flatMap(({ equations = [] }) => equations);

const TANGENT = 'γ/α = 1 + (2·d_T)/(α/β)';

describe('equations of dose', () => {
  it('give transition and slope of survival where the rule leaves them out', () => {
    const stated = { linearQuadraticLinear: { transitionGy: 8, slopeRatio: 3 } };
    expect(equationsOf({ survival: stated })).not.toContain(TANGENT);
    const open = equationsOf({ survival: { linearQuadraticLinear: {} } });
    expect(open).toEqual(expect.arrayContaining([TANGENT, 'd_T = 2·(α/β)']));
    const curve = { alphaPerGy: 0.33, finalSlopeGy: 1.25, quasiThresholdGy: 1.8 };
    expect(equationsOf({ survival: { universalSurvivalCurve: curve } })).toContain(TANGENT);
  });

  it('say until when clonogens repopulate', () => {
    const rule = { kickOffDays: 21, lostGyPerDay: 0.6 };
    expect(equationsOf({ repopulation: { ...rule, untilSurgery: false } })).toContain(
      'T: "days from the first fraction to the last"',
    );
    expect(equationsOf({ repopulation: { ...rule, untilSurgery: true } })).toContain(
      'T: "days from the first fraction to surgery"',
    );
  });

  it('let the gain of heating fade only where a half-time is stated', () => {
    const rule = { alphaRatioAt41: 1.5, betaRatioAt41: 1 };
    expect(equationsOf({ hyperthermia: rule })).toContain('f = 1');
    expect(equationsOf({ hyperthermia: { ...rule, fadeHalfTimeHours: 2 } })).toContain(
      'f = e^(−ln 2·h_H/T_f)',
    );
  });
});

import { describe, expect, it } from 'vitest';
import { plannedHazards } from '../../../src/trial/alpha-beta/planned-hazards.ts';

/** So many fractions of a size. */
const course = (fractions: number, gy: number) => ({
  doseGy: fractions * gy,
  doseSquaredGy2: fractions * gy * gy,
});
const eqd2 = (fractions: number, gy: number, ratio: number): number =>
  (fractions * gy * (gy + ratio)) / (2 + ratio);
const doses = [course(25, 2), course(13, 3.2), course(13, 3)];

describe('planned hazards', () => {
  it.each(['harm', 'failure'] as const)(
    'have the slope of the logistic curve at the control: %s',
    (event) => {
      const [ratio, rate, gamma50, control] = [3, 0.3, 1.2, 50];
      const { perGy, perGy2, perGyEqd2, rateSlope, failing } = plannedHazards(
        doses,
        ratio,
        rate,
        gamma50,
        event,
      );
      // The logistic curve in EQD2 through (50, rate) of this γ50, its slope by a small step
      const d50 = (4 * gamma50 * control) / (Math.log(rate / (1 - rate)) + 4 * gamma50);
      const curve = (dose: number): number => 1 / (1 + Math.exp(-4 * gamma50 * (dose / d50 - 1)));
      expect(curve(control)).toBeCloseTo(rate, 12);
      const slope = (curve(control + 1e-4) - curve(control - 1e-4)) / 2e-4;
      expect(rateSlope).toBeCloseTo(event === 'harm' ? slope : -slope, 8);
      const bad = (dose: number): number => (event === 'harm' ? curve(dose) : 1 - curve(dose));
      const logHazard = (dose: number): number => Math.log(-Math.log(1 - bad(dose)));
      expect(perGyEqd2).toBeCloseTo((logHazard(control + 1e-4) - logHazard(control - 1e-4)) / 2e-4, 7);
      expect(perGy / perGy2).toBeCloseTo(ratio, 12);
      expect(perGy + 2 * perGy2).toBeCloseTo(perGyEqd2, 12);
      expect(failing[0]).toBeCloseTo(bad(control), 12);
      [eqd2(13, 3.2, ratio), eqd2(13, 3, ratio)].forEach((dose, i) => {
        const hazard = -Math.log(1 - bad(control)) * Math.exp(perGyEqd2 * (dose - control));
        expect(failing[i + 1]).toBeCloseTo(1 - Math.exp(-hazard), 12);
      });
    },
  );
});

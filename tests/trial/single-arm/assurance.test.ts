import { describe, expect, it } from 'vitest';
import { binomialUpperTail } from '../../../src/numeric/binomial-law.ts';
import { oneStageAssurance } from '../../../src/trial/single-arm/assurance.ts';
import { successRates } from '../../../src/trial/single-arm/success-rates.ts';
import { testedDesign } from '../../../src/trial/single-arm/test-answer.ts';

describe('assurance of a one-stage design', () => {
  it('is the beta-binomial sum', () => {
    const design = testedDesign('exactBinomial', successRates(0.1, 0.3), 0.05, 25);
    expect(design.cutOff).toBe(6);
    // Beta-binomial sum in R 4.2.2
    const { assurance } = oneStageAssurance(design, { a: 3, b: 7 }, 0.1, true);
    expect(Math.abs(assurance - 0.64900543087)).toBeLessThan(1e-9);
  });

  it('and its parts are means of the power over the law, for a good event and a bad one', () => {
    for (const eventIsGood of [true, false]) {
      const nullRate = eventIsGood ? 0.3 : 0.45;
      const design = testedDesign(
        'exactBinomial',
        successRates(nullRate, eventIsGood ? 0.5 : 0.25),
        0.05,
        40,
      );
      const steps = 40_000;
      let [whole, right, ceiling] = [0, 0, 0];
      for (let i = 0; i < steps; i++) {
        // Density of Beta(3, 4): 60 p² q³
        const p = (i + 0.5) / steps;
        const mass = (60 * p * p * (1 - p) * (1 - p) * (1 - p)) / steps;
        const power = binomialUpperTail(design.cutOff, 40, eventIsGood ? p : 1 - p);
        const isTrue = eventIsGood ? p > nullRate : p < nullRate;
        whole += mass * power;
        if (isTrue) right += mass * power;
        if (isTrue) ceiling += mass;
      }
      const found = oneStageAssurance(design, { a: 3, b: 4 }, nullRate, eventIsGood);
      // The midpoint rule's error is 1/(24·steps²) times the second derivative, below 1e-7 here
      expect(Math.abs(found.assurance - whole)).toBeLessThan(1e-7);
      expect(Math.abs(found.successAndTrue - right)).toBeLessThan(1e-7);
      expect(Math.abs(found.ceiling - ceiling)).toBeLessThan(1e-7);
      expect(found.successAndTrue + found.successAndFalse).toBeCloseTo(found.assurance, 14);
      expect(found.successAndTrue).toBeLessThan(found.ceiling);
    }
  });
});

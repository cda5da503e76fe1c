import { describe, expect, it } from 'vitest';
import { betaBinomialProbabilities } from '../../../src/trial/beta-posterior.ts';
import { calculators } from '../../../src/trial/calculators/index.ts';
import { createHistoryComparison } from '../../../src/trial/history-comparison.ts';
import { typeIErrorOverHistory } from '../../../src/trial/single-arm/history.ts';
import type { OneStageDesign } from '../../../src/trial/single-arm/one-stage.ts';

const jeffreys = { a: 0.5, b: 0.5 };
const design = (size: number, cutOff: number): OneStageDesign => ({ size, cutOff, typeIError: 0, power: 0 });

describe('the type I error over an earlier series', () => {
  it.each([
    [31, 88, 60, 47],
    [5, 56, 40, 39],
    [0, 12, 20, 20],
  ])('of %i in %i is the beta-binomial tail', (events, patients, size, cutOff) => {
    const law = betaBinomialProbabilities(size, { a: events + 0.5, b: patients - events + 0.5 });
    const bad = law.slice(0, size - cutOff + 1).reduce((sum, p) => sum + p, 0);
    const good = law.slice(cutOff).reduce((sum, p) => sum + p, 0);
    const history = { events, patients, margin: 0, prior: jeffreys };
    const found = [false, true].map((eventIsGood) =>
      typeIErrorOverHistory(design(size, cutOff), { ...history, eventIsGood }),
    );
    expect(Math.abs(found[0] - bad)).toBeLessThan(1e-10);
    expect(Math.abs(found[1] - good)).toBeLessThan(1e-10);
  });

  it('with a margin is the mean over the shifted rate', () => {
    // Midpoint rule in the rate, of the density of Beta(81, 21)
    const steps = 20_000;
    let [sum, mass] = [0, 0];
    for (let i = 0; i < steps; i++) {
      const q = (i + 0.5) / steps;
      const density = Math.exp(80 * Math.log(q) + 20 * Math.log1p(-q));
      const limit = Math.max(0, q - 0.1);
      // At least 28 of 30
      const tail =
        limit ** 30 + 30 * limit ** 29 * (1 - limit) + 435 * limit ** 28 * (1 - limit) * (1 - limit);
      sum += density * tail;
      mass += density;
    }
    const found = typeIErrorOverHistory(design(30, 28), {
      events: 80,
      patients: 100,
      margin: 0.1,
      prior: { a: 1, b: 1 },
      eventIsGood: true,
    });
    expect(Math.abs(found - sum / mass)).toBeLessThan(1e-8);
  });
});

/** P(Beta(a, b) > Beta(c, d)) for whole shapes: a finite sum. */
function exceeds(a: number, b: number, c: number, d: number): number {
  const logBeta = (x: number, y: number): number => {
    let log = -Math.log(x);
    for (let i = 1; i < y; i++) log += Math.log(i / (x + i));
    return log;
  };
  let sum = 0;
  for (let i = 0; i < a; i++)
    sum += Math.exp(logBeta(c + i, b + d) - Math.log(b + i) - logBeta(1 + i, b) - logBeta(c, d));
  return sum;
}

describe('the comparison with an earlier series', () => {
  it.each([
    [14, 60, 31, 88],
    [30, 60, 31, 88],
    [0, 25, 3, 30],
  ])('of %i in %i and %i in %i is the finite sum of flat priors', (x, n, h, m) => {
    const better = createHistoryComparison({ a: 1, b: 1 }, h, m, 0, true);
    expect(Math.abs(better(x, n) - exceeds(x + 1, n - x + 1, h + 1, m - h + 1))).toBeLessThan(1e-9);
    const fewer = createHistoryComparison({ a: 1, b: 1 }, h, m, 0, false);
    expect(Math.abs(better(x, n) + fewer(x, n) - 1)).toBeLessThan(1e-9);
  });
});

describe('a design against an earlier series', () => {
  const solve = (given: object) => {
    const { parameters, solve } = calculators.historicalControl;
    return solve(parameters.parse(given)).numbers as Record<string, number>;
  };

  it('nears the fixed null as the earlier series grows', () => {
    const far = solve({ events: 350_000, patients: 1_000_000, alternativeRate: 0.2, perArm: 80 });
    const near = solve({ events: 35, patients: 100, alternativeRate: 0.2, perArm: 80 });
    expect(far.typeIErrorOverHistory - far.typeIError).toBeCloseTo(0, 4);
    expect(near.typeIErrorOverHistory).toBeGreaterThan(1.5 * near.typeIError);
    expect(near.eventsAtMost).toBeLessThan(far.eventsAtMost);
  });
});

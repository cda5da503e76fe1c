import { expect, it } from 'vitest';
import { adjustedEstimate } from '../../src/engine/adjusted-estimate.ts';
import type { HeldTwoArmLook } from '../../src/engine/trial-end.ts';
import type { TimeClaim } from '../../src/trial/claims/definition.ts';
import { claims } from '../../src/trial/claims/index.ts';

const claim = claims.timeNonInferiority.create(
  claims.timeNonInferiority.parameters.parse(claims.timeNonInferiority.examples[0]),
) as TimeClaim;

/** A look with 0 to 100 failures, at bounds of O’Brien and Fleming for two looks; its score is that of its estimate. */
const look = (information: number, estimate: number, efficacy: number): HeldTwoArmLook => {
  const standardError = 2 / Math.sqrt(information);
  const statistic = (Math.log(2.078) - estimate) / standardError;
  const finding = { statistic, estimate, standardError, failures: information };
  const bounds = { efficacy, futility: -Infinity };
  return { look: 0, day: 0, enrolled: 0, information, bounds, finding, verdict: undefined };
};

it('is the naive one at the first look, and closer to the margin after a stop at a later one', () => {
  const first = adjustedEstimate(claim, [look(50, -0.5, 2.797)], 100, 0.9)!;
  expect(first.estimate).toBeCloseTo(-0.5, 9);
  // 1.6449 standard errors either way
  expect(first.high - first.low).toBeCloseTo(2 * 1.6448536269514722 * (2 / Math.sqrt(50)), 6);
  const second = adjustedEstimate(claim, [look(50, 0.1, 2.797), look(100, 0.2, 1.977)], 100, 0.9)!;
  expect(second.estimate).toBeGreaterThan(0.2);
  expect(second.estimate).toBeLessThan(0.25);
  expect(second.low).toBeLessThan(second.estimate);
  expect(second.high).toBeGreaterThan(second.estimate);
});

it('is there only where the deciding analysis has a score, on more failures than the look before', () => {
  const silent = { ...look(50, 0, 2.8).finding!, statistic: Number.NaN };
  expect(adjustedEstimate(claim, [{ ...look(50, 0, 2.8), finding: silent }], 100, 0.9)).toBeUndefined();
  expect(adjustedEstimate(claim, [look(50, 0, 2.8), look(50, 0, 2)], 100, 0.9)).toBeUndefined();
});

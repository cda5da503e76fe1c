import { describe, expect, it } from 'vitest';
import { normalCdf } from '../../../src/numeric/normal-cdf.ts';
import {
  combinedLimitScore,
  lowerControlLimit,
  raisedPoint,
  upperControlLimit,
} from '../../../src/trial/time-statistics/control-limits.ts';
import type { KaplanMeierPoint } from '../../../src/trial/time-statistics/kaplan-meier.ts';

const point = (control: number, logVariance: number): KaplanMeierPoint => ({
  control,
  lastAboveZero: control,
  logVariance,
  failures: 5,
  atRisk: 40,
});
const unfailed = (atRisk: number): KaplanMeierPoint => ({
  control: 1,
  lastAboveZero: 1,
  logVariance: 0,
  failures: 0,
  atRisk,
});
const allFailed: KaplanMeierPoint = { ...point(0, 0.3), lastAboveZero: 0.2 };
const score = 1.6448536269514722;

describe('limits of a control probability', () => {
  it('without failure are those of a binomial proportion', () => {
    expect(lowerControlLimit(unfailed(20), score)).toBeCloseTo(Math.exp(Math.log(0.05) / 20), 14);
    expect(upperControlLimit(unfailed(20), score)).toBe(1);
    expect(lowerControlLimit(unfailed(0), score)).toBe(0);
  });

  it('where all failed are 0 and that of the step before', () => {
    expect(lowerControlLimit(allFailed, score)).toBe(0);
    expect(upperControlLimit(allFailed, score)).toBe(upperControlLimit(point(0.2, 0.3), score));
    expect(upperControlLimit({ ...allFailed, lastAboveZero: 1 }, score)).toBe(1);
  });

  it('of a raised curve are those of the curve, raised', () => {
    const raised = raisedPoint(point(0.8, 0.004), 2);
    expect(lowerControlLimit(raised, 1.2)).toBeCloseTo(
      lowerControlLimit(point(0.8, 0.004), 1.2) * lowerControlLimit(point(0.8, 0.004), 1.2),
      14,
    );
    const low = lowerControlLimit(unfailed(30), 1.2);
    expect(lowerControlLimit(raisedPoint(unfailed(30), 2), 1.2)).toBeCloseTo(low * low, 14);
    expect(raisedPoint(allFailed, 2).control).toBe(0);
  });
});

describe('combinedLimitScore', () => {
  it('is the score whose limit is the margin', () => {
    const [experimental, control] = [point(0.85, 0.003), point(0.8, 0.005)];
    const at = 1.3;
    const below = 0.85 - lowerControlLimit(experimental, at);
    const above = upperControlLimit(control, at) - 0.8;
    const margin = Math.sqrt(below * below + above * above) - 0.05;
    expect(combinedLimitScore(experimental, control, margin)).toBeCloseTo(at, 13);
  });

  it('of two arms without failure is exact in the experimental arm', () => {
    const found = combinedLimitScore(unfailed(58), unfailed(9), 0.05);
    expect(normalCdf(-found)).toBeCloseTo(Math.exp(58 * Math.log(0.95)), 14);
    // so few that the limit at score 0 lies beyond the margin
    expect(combinedLimitScore(unfailed(5), unfailed(9), 0.05)).toBe(0);
  });

  it('is near Wald’s in large arms', () => {
    // 20 000 patients an arm: Greenwood's variance of ln S is (1 − S) / (S n)
    const large = (control: number) => point(control, (1 - control) / control / 20000);
    const wald = 0.01 / Math.sqrt((0.8 * 0.2 + 0.79 * 0.21) / 20000);
    expect(combinedLimitScore(large(0.8), large(0.79), 0) / wald).toBeCloseTo(1, 2);
  });

  it('is infinite where no limit reaches the margin, 0 of no difference', () => {
    expect(combinedLimitScore(point(0.5, 0.01), point(0.5, 0.01), 2)).toBe(Infinity);
    expect(combinedLimitScore(allFailed, allFailed, 0)).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import { uniformEntry } from '../../src/trial/entry-law.ts';
import { logRankMoments, logRankPower, logRankTotal } from '../../src/trial/log-rank-approximation.ts';
import { constantHazard, observedAt } from '../../src/trial/observation.ts';
import {
  cureCurve,
  proportionalCurve,
  type SurvivalCurve,
  weibullCurve,
} from '../../src/trial/survival-curve.ts';

const control = weibullCurve({ years: 2, rate: 0.5 });
const loss = constantHazard(0.05, 1);
const { share, longestYears } = observedAt(
  { entry: uniformEntry(2), remaining: (years) => Math.exp(-loss * years) },
  3,
);
const moments = (experimentalCurve: SurvivalCurve, nullHazardRatio = 1, allocation = 1) =>
  logRankMoments({
    controlCurve: control,
    experimentalCurve,
    followed: share,
    longestYears,
    allocation,
    nullHazardRatio,
  });
const level = { alpha: 0.025, sides: 1 } as const;

describe('the log-rank score by quadrature', () => {
  // 200 000 simulated trials of 150 patients an arm in R 4.2.2; four Monte Carlo standard errors
  it.each([
    [0.7, 0.508005, 0.00447],
    [1, 0.025115, 0.0014],
    [0.5, 0.951395, 0.00192],
  ])('hazard ratio %f: power as simulated', (ratio, simulated, tolerance) => {
    const power = logRankPower(moments(proportionalCurve(control, ratio)), 300, level);
    expect(Math.abs(power - simulated)).toBeLessThan(tolerance);
  });

  it('at the null: no drift, the information is the variance, the power is the level', () => {
    for (const [ratio, allocation] of [
      [1, 1],
      [1.6, 2],
      [0.6, 0.5],
    ]) {
      const found = moments(proportionalCurve(control, ratio), ratio, allocation);
      expect(found.drift).toBeCloseTo(0, 12);
      expect(found.variance / found.information).toBeCloseTo(1, 6);
      expect(logRankPower(found, 500, level)).toBeCloseTo(0.025, 6);
    }
  });

  it('without loss, all followed to one time, is the integral in closed form', () => {
    // Equal hazards and a margin θ: μ = (1 − θ)/(2(1 + θ)) (1 − S), V = θ/(1 + θ)² (1 − S)
    const theta = 1.8;
    const found = logRankMoments({
      controlCurve: control,
      experimentalCurve: control,
      followed: () => 1,
      longestYears: 3,
      allocation: 1,
      nullHazardRatio: theta,
    });
    const events = 1 - control(3);
    expect(found.eventProbability).toBeCloseTo(events, 6);
    expect(found.drift).toBeCloseTo(((1 - theta) / (2 * (1 + theta))) * events, 6);
    expect(found.information).toBeCloseTo((theta / ((1 + theta) * (1 + theta))) * events, 6);
  });

  it('the size for a power has that power', () => {
    const found = moments(proportionalCurve(control, 0.7));
    expect(logRankPower(found, logRankTotal(found, 0.9, level), level)).toBeCloseTo(0.9, 10);
    expect(() => logRankTotal(moments(control), 0.8, level)).toThrow('no sample size');
  });

  it('curves that cross: an early gain counts for more than a late loss of as many events', () => {
    // Both curves meet at 3 years
    const early = cureCurve({ years: 3, rate: control(3) }, control(3) - 0.05);
    const found = moments(early);
    expect(found.drift).toBeGreaterThan(0);
    expect(found.variance).not.toBeCloseTo(found.information, 6);
  });
});

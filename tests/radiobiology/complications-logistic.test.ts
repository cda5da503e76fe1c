import { describe, expect, it } from 'vitest';
import { expit, logit } from '../../src/numeric/logit.ts';
import { logistic, woundRisk } from '../../src/radiobiology/complications/logistic.ts';
import { plainArm } from '../fixtures/effective-dose.ts';

const at50Gy = plainArm(25, 2);

function risks(
  parameters: object,
  columns: Record<string, number[]>,
  levels: Record<string, readonly string[]> = {},
  free?: number,
): number[] {
  const model = logistic.create(logistic.parameters.parse(parameters), {
    levels,
    ...(free !== undefined && { free }),
  });
  const patients = Object.fromEntries(
    Object.entries(columns).map(([name, values]) => [name, Float64Array.from(values)]),
  );
  const count = Object.values(columns)[0].length;
  const out = new Float64Array(count);
  model.probabilities(at50Gy, patients, out, count);
  return [...out];
}

describe('logistic wound model', () => {
  it('has its intercept at 50 Gy and its slope per 10 Gy', () => {
    expect(woundRisk(50, -1.6, 0.2)).toBeCloseTo(expit(-1.6), 15);
    expect(logit(woundRisk(70, -1.6, 0.2)) - logit(woundRisk(50, -1.6, 0.2))).toBeCloseTo(0.4, 13);
    expect(woundRisk(30, -1.6, 0)).toBe(woundRisk(70, -1.6, 0));
  });

  it('without anything stated is 31.2 % at 50 Gy', () => {
    expect(risks({}, { any: [0] })[0]).toBeCloseTo(0.312168669, 9);
  });

  it('multiplies the odds: once for what is present, per unit for what is measured, by level for what is named', () => {
    const oddsRatios = {
      lowerLimb: 3,
      tumourSizeCm: { ratio: 1.5, per: 10 },
      site: { thigh: 2, arm: 0.5 },
    };
    const found = risks(
      { intercept: -1, oddsRatios },
      { lowerLimb: [0, 1, 0, 0, 0, 1], tumourSizeCm: [0, 0, 20, 0, 0, 5], site: [2, 2, 2, 0, 1, 0] },
      { site: ['thigh', 'arm', 'buttock'] },
    );
    const odds = [1, 3, 1.5 ** 2, 2, 0.5, 3 * Math.sqrt(1.5) * 2];
    found.forEach((p, i) => {
      expect(p / (1 - p) / Math.exp(-1)).toBeCloseTo(odds[i], 12);
    });
  });

  it('takes the solved intercept where it has an anchor', () => {
    const anchor = { schedule: '25 x 2 Gy', rate: 0.35 };
    expect(risks({ anchor }, { any: [0] }, {}, -0.4)[0]).toBeCloseTo(expit(-0.4), 14);
  });

  it.each([
    [{ anchor: { schedule: '25 x 2 Gy', rate: 0.35 }, intercept: -1 }, /not both/],
    [{ oddsRatios: { lowerLimb: 3 } }, /need an anchor or an intercept/],
    [{ intercept: -1, oddsRatios: { lowerLimb: 0 } }, /./],
    [{ intercept: -1, oddsRatios: { lowerLimb: -2 } }, /./],
    [{ alphaBetaGy: 0 }, /./],
    [{ anchor: { schedule: '25 x 2 Gy', rate: 35 } }, /for 35 % write 0.35/],
  ])('refuses %j', (parameters, message) => {
    const parsed = logistic.parameters.safeParse(parameters);
    expect(parsed.success).toBe(false);
    expect(parsed.error!.issues.map((issue) => issue.message).join()).toMatch(message);
  });
});

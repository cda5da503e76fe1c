import { describe, expect, it } from 'vitest';
import { burdenSchema } from '../../../src/trial/burden/burden-schema.ts';
import { meanOneWayKm, travelKmAt } from '../../../src/trial/burden/travel-distance.ts';

const burdenOf = (travel?: unknown) =>
  burdenSchema.parse({
    currency: 'EUR',
    machineMinutesPerFraction: 12,
    costPerFraction: 240,
    planning: { visits: 1, cost: 1800 },
    ...(travel !== undefined && { travel }),
  });
const course = (treatmentDays: number, share: number) => ({ fractions: treatmentDays, treatmentDays, share });

describe('how far patients travel', () => {
  it('is by the mean of the law: median·exp(σ²/2) of a log-normal one', () => {
    const burden = burdenOf({ oneWayKm: { logNormal: { median: 30, sigma: 0.9 } } });
    expect(meanOneWayKm(burden)).toBeCloseTo(30 * Math.exp(0.405), 8);
    expect(meanOneWayKm(burdenOf({ oneWayKm: { uniform: { min: 10, max: 50 } } }))).toBeCloseTo(30, 6);
    expect(meanOneWayKm(burdenOf({ oneWayKm: 17 }))).toBe(17);
    expect(meanOneWayKm(burdenOf())).toBe(0);
  });

  it('has the quantiles of the law, there and back on every visit', () => {
    const burden = burdenOf({ oneWayKm: { uniform: { min: 10, max: 50 } } });
    expect(travelKmAt(burden, 1, [course(5, 1)], 0.1)).toBeCloseTo(2 * 6 * 14, 9);
    expect(travelKmAt(burdenOf({ oneWayKm: 17 }), 1, [course(5, 1)], 0.1)).toBeUndefined();
  });

  it('mixes courses of different lengths', () => {
    const burden = burdenOf({ oneWayKm: { uniform: { min: 0, max: 10 } } });
    const courses = [course(5, 0.5), course(10, 0.5)];
    // Uniform on [0, 100] and on [0, 200]: F(x) = x/200 + x/400 up to 100, then 1/2 + x/400
    expect(travelKmAt(burden, 0, courses, 0.3)).toBeCloseTo(40, 9);
    expect(travelKmAt(burden, 0, courses, 0.9)).toBeCloseTo(160, 9);
  });

  it('is none for those who have no visit', () => {
    const burden = burdenOf({ oneWayKm: { uniform: { min: 0, max: 10 } } });
    expect(travelKmAt(burden, 0, [course(0, 0.4), course(5, 0.6)], 0.3)).toBe(0);
    // P(no trip) + 0.6·x/100 = 0.7
    expect(travelKmAt(burden, 0, [course(0, 0.4), course(5, 0.6)], 0.7)).toBeCloseTo(50, 9);
  });
});

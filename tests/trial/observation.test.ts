import { describe, expect, it } from 'vitest';
import { uniformEntry } from '../../src/trial/entry-law.ts';
import { constantHazard, observedAt } from '../../src/trial/observation.ts';

describe('follow-up by an analysis', () => {
  const remaining = (years: number): number => 1 - years / 10;

  it('is of those who have come long enough before, and are not lost', () => {
    const { share, longestYears, breaks } = observedAt({ entry: uniformEntry(4, 1), remaining }, 3);
    expect(longestYears).toBe(3);
    expect(breaks).toEqual([-1, 2]);
    // Cumulative 3.5 in all; 1.5 come in the first 2 of the 3 years
    expect(share(1)).toBeCloseTo((1.5 / 3.5) * 0.9, 14);
    expect(share(3.1)).toBe(0);
  });

  it('is no longer than a patient’s own', () => {
    const { share, longestYears } = observedAt({ entry: uniformEntry(0), perPatientYears: 2, remaining }, 3);
    expect(longestYears).toBe(2);
    expect(share(2)).toBeCloseTo(0.8, 14);
    expect(share(2.01)).toBe(0);
  });

  it('loses patients at the hazard of the stated share', () => {
    expect(Math.exp(-constantHazard(0.2, 3) * 3)).toBeCloseTo(0.8, 14);
    expect(constantHazard(0, 3)).toBeCloseTo(0, 14);
  });

  it.each([
    [() => constantHazard(1, 2), 'invalid probability: 1 (must be in [0, 1))'],
    [() => constantHazard(-0.1, 2), 'invalid probability: -0.1 (must be in [0, 1))'],
    [
      () => observedAt({ entry: uniformEntry(2), remaining: () => 1 }, 0),
      'invalid analysisYears: 0 (must be > 0)',
    ],
    [
      () => observedAt({ entry: uniformEntry(2), remaining: () => 1 }, Infinity),
      'invalid analysisYears: Infinity (must be > 0)',
    ],
  ])('refuses what is none, %#', (make, message) => {
    expect(make).toThrow(new RangeError(message));
  });
});

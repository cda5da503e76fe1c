import { describe, expect, it } from 'vitest';
import { uniformEntry } from '../../src/trial/entry-law.ts';

describe('entry', () => {
  it('at a constant rate is even; a rising rate has a quarter of the rise by half of it', () => {
    const even = uniformEntry(4);
    expect([-1, 0, 1, 3, 4, 5].map(even.entered)).toEqual([0, 0, 0.25, 0.75, 1, 1]);
    expect(even.breaks).toEqual([]);
    // Intensity t²/4 up to 2 years, then t − 1: 3 in all by 4 years
    const rising = uniformEntry(4, 2);
    [0, 1 / 12, 1 / 3, 2 / 3, 1].forEach((share, t) => {
      expect(rising.entered(t)).toBeCloseTo(share, 14);
    });
    expect(rising.breaks).toEqual([2]);
    const all = uniformEntry(4, 4);
    expect(all.entered(2)).toBeCloseTo(0.25, 14);
    expect(all.breaks).toEqual([]);
    expect([-0.1, 0, 0.1].map(uniformEntry(0).entered)).toEqual([0, 1, 1]);
  });

  it.each([
    [() => uniformEntry(-1), 'invalid years: -1 (must be >= 0)'],
    [() => uniformEntry(2, -1), 'invalid rampYears: -1 (must be >= 0)'],
    [() => uniformEntry(2, 2.1), 'invalid rampYears: 2.1 (must be at most the 2 years of accrual)'],
  ])('refuses what is none, %#', (make, message) => {
    expect(make).toThrow(new RangeError(message));
  });
});

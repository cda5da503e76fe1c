import { describe, expect, it } from 'vitest';
import { repopulatedEffect, repopulationGyPerDay } from '../../src/radiobiology/repopulation.ts';

describe('repopulation', () => {
  it('of 30 × 2 Gy over 39 days leaves a BED of 66.92 Gy', () => {
    // α 0.3 per Gy, α/β 10 Gy, Td 5 days from day 28
    const perDay = repopulationGyPerDay(0.3, 5);
    expect(perDay).toBeCloseTo(0.46209812037329684, 14);
    expect(72 - perDay * (39 - 28)).toBeCloseTo(66.91692067589373, 10);
    expect(72 - repopulatedEffect(39, 28, 5) / 0.3).toBeCloseTo(66.91692067589373, 10);
  });

  it('takes nothing back before the kick-off, and e-folds by ln 2 each doubling time', () => {
    expect(repopulatedEffect(28, 28, 5)).toBe(0);
    expect(repopulatedEffect(4, 28, 5)).toBe(0);
    expect(Math.exp(repopulatedEffect(38, 28, 5))).toBeCloseTo(4, 12);
  });

  it('refuses arguments out of range', () => {
    expect(() => repopulationGyPerDay(0, 5)).toThrow('invalid alphaPerGy: 0 (must be > 0)');
    expect(() => repopulationGyPerDay(0.3, -5)).toThrow('invalid doublingTimeDays: -5 (must be > 0)');
    expect(() => repopulatedEffect(-1, 28, 5)).toThrow('invalid overallTimeDays: -1 (must be >= 0)');
    expect(() => repopulatedEffect(1, Number.NaN, 5)).toThrow('invalid kickOffDays: NaN (must be >= 0)');
    expect(() => repopulatedEffect(1, 28, 0)).toThrow('invalid doublingTimeDays: 0 (must be > 0)');
  });
});

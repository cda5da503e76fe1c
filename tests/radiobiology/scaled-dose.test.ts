import { describe, expect, it } from 'vitest';
import { createCourse } from '../../src/radiobiology/course.ts';
import { createEffectiveDose } from '../../src/radiobiology/create-effective-dose.ts';
import { parseSchedule } from '../../src/radiobiology/parse-schedule.ts';
import { scaledDose } from '../../src/radiobiology/scaled-dose.ts';

const doseOf = (text: string) =>
  createEffectiveDose(createCourse(parseSchedule(text), { missed: 0, present: [] }), {}, [], true);

describe('a scaled dose', () => {
  it('is that of as many times as many fractions of the same size', () => {
    const scaled = scaledDose(doseOf('5 x 6 Gy'), 8 / 5);
    const eight = doseOf('8 x 6 Gy');
    for (const alphaBetaGy of [0.5, 4.9, 10]) {
      expect(scaled.bed(alphaBetaGy)).toBeCloseTo(eight.bed(alphaBetaGy), 10);
      expect(scaled.bed(alphaBetaGy, 0.5)).toBeCloseTo(eight.bed(alphaBetaGy, 0.5), 10);
      const total = scaled.fractions.reduce((sum, { bed }) => sum + bed(alphaBetaGy), 0);
      expect(total).toBeCloseTo(eight.bed(alphaBetaGy), 10);
    }
    expect(scaled.sums!.linearGy).toBeCloseTo(48, 10);
    expect(scaled.sums!.quadraticGy2).toBeCloseTo(288, 10);
  });

  it('keeps the times of its fractions, and what repopulation takes back', () => {
    const dose = { ...doseOf('5 x 6 Gy'), lostGy: 3 };
    const scaled = scaledDose(dose, 2);
    expect(scaled.fractions.map(({ hours }) => hours)).toEqual(dose.fractions.map(({ hours }) => hours));
    expect(scaled.lostGy).toBe(3);
  });

  it('takes no factor that is not above 0', () => {
    expect(() => scaledDose(doseOf('5 x 6 Gy'), 0)).toThrow('invalid factor: 0 (must be > 0)');
  });
});

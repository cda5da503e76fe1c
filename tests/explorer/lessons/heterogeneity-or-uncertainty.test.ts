import { describe, expect, it } from 'vitest';
import { heterogeneityOrUncertainty } from '../../../src/explorer/lessons/heterogeneity-or-uncertainty.ts';
import { answersOf, checkLesson, numberOf, rightOf } from './check-lesson.ts';
import { control, equivalent, normalMean } from './closed-forms.ts';

/** Moments of the rate of 5 × 6 Gy, ln α/β being normal around ln 4.9 with standard deviation 0.45. */
function rate(gamma50: number): { mean: number; variance: number } {
  const at = (z: number): number => control(equivalent(5, 6, 4.9 * Math.exp(0.45 * z)), gamma50);
  const mean = normalMean(at);
  return { mean, variance: normalMean((z) => (at(z) - mean) * (at(z) - mean)) };
}

/** 1 + (n − 1)·Var(p)/(p̄(1 − p̄)). */
function inflation(n: number, gamma50: number): number {
  const { mean, variance } = rate(gamma50);
  return 1 + ((n - 1) * variance) / (mean * (1 - mean));
}

describe('heterogeneityOrUncertainty', () => {
  const answers = answersOf(heterogeneityOrUncertainty);
  checkLesson(heterogeneityOrUncertainty, answers, 0);

  it('finds a binomial count where patients differ, simulated beside exact', () => {
    expect(rightOf(answers[0])).toBe('same');
    const { mean } = rate(1.5);
    expect(answers[0].table!.rows.slice(2).map((row) => row[1])).toEqual(
      [0, 1].map(() => (165 * mean * (1 - mean)).toFixed(2)),
    );
    const [, variance, error] = answers[0].sentence.match(/it was ([\d.]+) ± ([\d.]+)/)!.map(Number);
    // A seeded draw: within 3 standard errors, and half a digit of each
    expect(Math.abs(variance - 165 * mean * (1 - mean))).toBeLessThan(3 * (error + 0.05) + 0.05);
  });

  it('finds about 13 times the variance where all share one unknown, and about 3 with a shallow response', () => {
    expect(numberOf(answers[1])).toBeCloseTo(inflation(165, 1.5), 6);
    expect(inflation(165, 1.5)).toBeCloseTo(12.9, 1);
    expect(rightOf(answers[2])).toBe('three');
    expect(answers[2].sentence).toContain(`*${inflation(165, 0.36).toFixed(1)} times*`);
    const [, times, error] = answers[1].sentence.match(/it was ([\d.]+) ± ([\d.]+) times/)!.map(Number);
    expect(Math.abs(times - inflation(165, 1.5))).toBeLessThan(3 * (error + 0.05) + 0.05);
  });

  it('draws two laws of the count, each of them whole but for rare counts', () => {
    for (const { points } of answers[1].picture!.series) {
      const total = points.reduce((sum, [, y]) => sum + y, 0);
      // Up to 165 counts of at most 0.01 % are cut off
      expect(total).toBeGreaterThan(100 - 1.65);
      expect(total).toBeLessThan(100 + 1e-6);
    }
  });

  it('finds that more patients leave the doubt about α/β', () => {
    expect(rightOf(answers[3])).toBe('stays');
    const { mean, variance } = rate(1.5);
    const at = (n: number): number => 100 * Math.sqrt((mean * (1 - mean) * inflation(n, 1.5)) / n);
    expect(answers[3].table!.rows.map((row) => row[2])).toEqual(
      [50, 165, 500, 5000].map((n) => at(n).toFixed(2)),
    );
    expect(answers[3].picture!.marks![0].value).toBeCloseTo(100 * Math.sqrt(variance), 5);
  });
});

import { describe, expect, it } from 'vitest';
import { isoeffectiveSchedules } from '../../../src/explorer/lessons/isoeffective-schedules.ts';
import { answersOf, checkLesson, numberOf, rightOf } from './check-lesson.ts';
import { equivalent } from './closed-forms.ts';
import { inProcessTools } from './in-process-tools.ts';

/** d of five fractions: (−x + √(x² + 4·50(2 + x)/5))/2. */
const fraction = (x: number): number => (-x + Math.sqrt(x * x + 40 * (2 + x))) / 2;

describe('isoeffectiveSchedules', () => {
  const answers = answersOf(isoeffectiveSchedules);
  checkLesson(isoeffectiveSchedules, answers, 4);

  it('finds five fractions of 6 Gy at α/β 4 Gy', () => {
    expect(numberOf(answers[0])).toBeCloseTo(fraction(4), 10);
    expect(fraction(4)).toBe(6);
  });

  it('finds 5.40, 6.21 and 7.04 Gy at α/β 2, 4.9 and 10 Gy', async () => {
    for (const [alphaBetaGy, words] of [
      [2, '5.40 Gy'],
      [4.9, '6.21 Gy'],
      [10, '7.04 Gy'],
    ] as const) {
      const played = await isoeffectiveSchedules.steps[0].play!(
        { fractions: 5, alphaBetaGy },
        inProcessTools,
      );
      expect(played.sentence).toContain(`*${words}*`);
      expect(words).toBe(`${fraction(alphaBetaGy).toFixed(2)} Gy`);
    }
  });

  it('finds 54 Gy for late and 40 Gy for early reactions', () => {
    expect(numberOf(answers[1])).toBeCloseTo(54, 10);
    expect(rightOf(answers[2])).toBe('less');
    expect(answers[2].sentence).toContain('*40.0 Gy*');
  });

  it('finds that the window widens only where the tumour has the lower α/β', () => {
    const late = (x: number): number => equivalent(5, fraction(x), 3);
    expect(rightOf(answers[3])).toBe('low');
    expect(late(1.5)).toBeLessThan(50);
    for (const x of [10, 3, 1.5]) expect(answers[3].sentence).toContain(`*${late(x).toFixed(1)} Gy*`);
    for (const [series, x] of [10, 3, 1.5].entries())
      expect(answers[3].picture!.series[series].points.find(([n]) => n === 5)![1]).toBeCloseTo(late(x), 9);
  });

  it('cautions where a fraction is too large for the model', async () => {
    const played = await isoeffectiveSchedules.steps[3].play!(
      { tumourGy: 15, lateGy: 3, fractions: 3 },
      inProcessTools,
    );
    expect(played.sentence).toContain('the linear-quadratic model is disputed');
  });
});

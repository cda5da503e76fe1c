import { describe, expect, it } from 'vitest';
import { claimHangsOnAlphaBeta } from '../../../src/explorer/lessons/claim-hangs-on-alpha-beta.ts';
import { answersOf, checkLesson, numberOf, rightOf } from './check-lesson.ts';
import { border, control, equivalent, leastCounts, powerOf, scoreAtMargin } from './closed-forms.ts';
import { inProcessTools } from './in-process-tools.ts';

const least = leastCounts(scoreAtMargin, 182, 0.07);
const power = (x: number): number => powerOf(least, 0.93, control(equivalent(5, 6, x), 1.5));

describe('claimHangsOnAlphaBeta', () => {
  const answers = answersOf(claimHangsOnAlphaBeta);
  checkLesson(claimHangsOnAlphaBeta, answers, 1);

  it('finds that equal rates take an α/β of 4 Gy for granted', () => {
    expect(numberOf(answers[0])).toBeCloseTo(4, 12);
    expect(answers[0].table!.rows.map((row) => row[2])).toEqual(
      [3, 4, 4.9, 8].map((x) => `${(100 * control(equivalent(5, 6, x), 1.5)).toFixed(1)} %`),
    );
  });

  it('finds the power at 4.9 Gy, simulated beside exact', () => {
    expect(numberOf(answers[1])).toBeCloseTo(100 * power(4.9), 6);
    // What the text says: about 80 % at 4 Gy, half of the margin gone at 4.9 Gy
    expect(answers[1].sentence).toContain(`down from ${(100 * power(4)).toFixed(1)} %`);
    expect(power(4)).toBeCloseTo(0.816, 3);
    expect((0.93 - control(equivalent(5, 6, 4.9), 1.5)) / 0.07).toBeCloseTo(0.5, 1);
    const [, simulated, error] = answers[1].sentence.match(/\(([\d.]+) ± ([\d.]+) % in/)!.map(Number);
    expect(Math.abs(simulated - 100 * power(4.9))).toBeLessThan(3 * (error + 0.05) + 0.05);
  });

  it('finds the trial won at 3 Gy and lost at 8 Gy', () => {
    expect(rightOf(answers[2])).toBe('falling');
    expect(answers[2].table!.rows.map((row) => row[3])).toEqual(
      [3, 4, 4.9, 8].map((x) => `${(100 * power(x)).toFixed(1)} %`),
    );
  });

  it('finds where the claim turns false, as the margin and the steepness move', async () => {
    expect(numberOf(answers[3])).toBeCloseTo(border(6, 0.07, 1.5), 9);
    expect(border(6, 0.07, 1.5)).toBeCloseTo(5.74, 2);
    const played = await claimHangsOnAlphaBeta.steps[3].play!({ margin: 10, gamma50: 2 }, inProcessTools);
    expect(played.sentence).toContain(`*${border(6, 0.1, 2).toFixed(2)} Gy*`);
    const never = await claimHangsOnAlphaBeta.steps[3].play!({ margin: 15, gamma50: 0.3 }, inProcessTools);
    expect(border(6, 0.15, 0.3)).toBeGreaterThan(40);
    expect(never.sentence).toContain('is true up to an α/β of 40 Gy');
  });

  it('finds 850 patients an arm at 4.9 Gy, which have about 80 % power there', () => {
    expect(rightOf(answers[4])).toBe('fivefold');
    const size = Number(answers[4].sentence.match(/^\*(\d+)\*/)![1]);
    expect(answers[4].sentence).toContain('where 182 did at 4 Gy');
    const reached = powerOf(
      leastCounts(scoreAtMargin, size, 0.07),
      0.93,
      control(equivalent(5, 6, 4.9), 1.5),
    );
    expect(reached).toBeCloseTo(0.8, 2);
  });
});

import { describe, expect, it } from 'vitest';
import { eqd2AndAlphaBeta } from '../../../src/explorer/lessons/eqd2-and-alpha-beta.ts';
import { answersOf, checkLesson, numberOf, rightOf } from './check-lesson.ts';
import { equivalent } from './closed-forms.ts';
import { inProcessTools } from './in-process-tools.ts';

describe('eqd2AndAlphaBeta', () => {
  const answers = answersOf(eqd2AndAlphaBeta);
  checkLesson(eqd2AndAlphaBeta, answers, 4);

  it('finds 40, 50 and 60 Gy of 5 × 6 Gy at α/β 10, 4 and 2 Gy', () => {
    expect(numberOf(answers[0])).toBeCloseTo(40, 12);
    expect([10, 4, 2].map((x) => equivalent(5, 6, x))).toEqual([40, 50, 60]);
    expect(rightOf(answers[1])).toBe('exceeds');
    expect(answers[1].sentence).toContain('*40.0 Gy*, *50.0 Gy* and *60.0 Gy*');
    // Published table of schedules: 15 × 2.85 and 5 × 8 Gy at α/β 10, 4, 2
    expect(answers[1].table!.rows[1].slice(2)).toEqual(['45.8 Gy', '48.8 Gy', '51.8 Gy']);
    expect(answers[1].table!.rows[4].slice(2)).toEqual(['60.0 Gy', '80.0 Gy', '100.0 Gy']);
  });

  it('finds that at 2 Gy a fraction α/β does not matter', () => {
    expect(numberOf(answers[2])).toBeCloseTo(2, 10);
    for (const { points } of answers[2].picture!.series)
      expect(points.find(([x]) => x === 2)![1]).toBeCloseTo(30, 10);
  });

  it('finds that only late reactions get more of 5 × 6 Gy, and all three of 5 × 7.1 Gy', async () => {
    expect(rightOf(answers[3])).toBe('late');
    expect(answers[3].table!.rows.map((row) => row[2])).toEqual(['54.0 Gy', '47.4 Gy', '40.0 Gy']);
    const played = await eqd2AndAlphaBeta.steps[3].play!({ doseGy: 7.1 }, inProcessTools);
    expect(equivalent(5, 7.1, 10)).toBeGreaterThan(50.05);
    expect(played.sentence).toContain('late reactions, sarcoma cell lines, early reactions of the skin');
  });
});

import { describe, expect, it } from 'vitest';
import { recoverAlphaBeta } from '../../../src/explorer/lessons/recover-alpha-beta.ts';
import { answersOf, checkLesson, numberOf, rightOf } from './check-lesson.ts';
import { inProcessTools } from './in-process-tools.ts';

/** Three arms, two unknowns: g1·x + g2·y = L by Cramer's rule. */
function solve([[x1, y1, l1], [x2, y2, l2]]: readonly (readonly [number, number, number])[]): [
  number,
  number,
] {
  const determinant = x1 * y2 - x2 * y1;
  return [(l1 * y2 - l2 * y1) / determinant, (x1 * l2 - x2 * l1) / determinant];
}

const FAST = [
  [-20, 80, Math.log(1.64)],
  [-21.5, 62.45, Math.log(1.1)],
] as const;
const square = 40 * (40 / 15);
const LATE = [
  [-13, 5 * 5.4 * 5.4 - square, Math.log(1.55)],
  [-14, 5 * 5.2 * 5.2 - square, Math.log(1.12)],
] as const;
const RELAPSE = [
  [-13, 5 * 5.4 * 5.4 - square, Math.log(0.86)],
  [-14, 5 * 5.2 * 5.2 - square, Math.log(0.67)],
] as const;
const ratio = (rows: Parameters<typeof solve>[0]): number => {
  const [g1, g2] = solve(rows);
  return g1 / g2;
};
/** Days saved count as dose. */
const saved = (rows: typeof FAST | typeof LATE, gy: number) =>
  rows.map(([x, y, l]) => [x + gy, y, l] as const);

describe('recoverAlphaBeta', () => {
  const answers = answersOf(recoverAlphaBeta);
  checkLesson(recoverAlphaBeta, answers, 3);

  it('finds the dose in five fractions that equals 25 × 2 Gy, near the 28 Gy (26 to 30) that FAST published', () => {
    const x = ratio(FAST);
    // D²/5 + x·D = 100 + 50x
    const dose = (5 / 2) * (-x + Math.sqrt(x * x + (4 * (100 + 50 * x)) / 5));
    expect(numberOf(answers[0])).toBeCloseTo(dose, 9);
    expect(answers[0].sentence).toMatch(/^\*28\.1 Gy\*.* from 26\.1 Gy to 30\.1 Gy\./);
  });

  it('finds 2.67 Gy, near the 2.7 Gy that FAST published', () => {
    expect(numberOf(answers[1])).toBeCloseTo(ratio(FAST), 9);
    expect(ratio(FAST)).toBeCloseTo(2.67, 2);
  });

  it('says that FAST does not bound α/β from above, and four times the patients would', async () => {
    expect(rightOf(answers[2])).toBe('partly');
    // Fieller's quadratic: (g2² − z²V22)r² − 2(g1g2 − z²V12)r + (g1² − z²V11) = 0, V from the published intervals
    const z = 1.959963984540054;
    const error = (low: number, high: number): number => Math.log(high / low) / (2 * z);
    const [v1, v2] = [error(1.08, 2.49) * error(1.08, 2.49), error(0.7, 1.71) * error(0.7, 1.71)];
    const shared = Math.min(v1, v2) / 2;
    const det = -20 * 62.45 + 21.5 * 80;
    // Rows of the inverse of [[−20, 80], [−21.5, 62.45]]
    const [a, b] = [
      [62.45 / det, -80 / det],
      [21.5 / det, -20 / det],
    ];
    const form = (p: number[], q: number[]): number =>
      p[0] * q[0] * v1 + p[1] * q[1] * v2 + (p[0] * q[1] + p[1] * q[0]) * shared;
    const [g1, g2] = solve(FAST);
    const ends = (k: number): number[] => {
      const [qa, qb, qc] = [g2 * g2 - k * form(b, b), g1 * g2 - k * form(a, b), g1 * g1 - k * form(a, a)];
      return [-1, 1].map((sign) => (qb + sign * Math.sqrt(qb * qb - qa * qc)) / qa).sort((m, n) => m - n);
    };
    expect(g2 * g2 - z * z * form(b, b)).toBeLessThan(0);
    const [low, high] = ends(z * z).map((end) => end.toFixed(2));
    expect(answers[2].sentence).toContain(`Only values between ${low} Gy and ${high} Gy are refused`);
    const [least, most] = ends((z * z) / 4).map((end) => end.toFixed(2));
    const played = await recoverAlphaBeta.steps[2].play!({ times: 4 }, inProcessTools);
    expect(played.sentence).toContain(`values below ${least} Gy and values above ${most} Gy are refused`);
  });

  it('says that FAST-Forward’s relapses hold no estimate: the signs are wrong', async () => {
    const [g1, g2] = solve(RELAPSE);
    expect(g1).toBeGreaterThan(0);
    expect(g2).toBeGreaterThan(0);
    expect(rightOf(answers[3])).toBe('none');
    expect(answers[3].sentence).toContain(`The ratio is ${(g1 / g2).toFixed(2)} Gy`);
    expect((g1 / g2).toFixed(2)).toBe('3.67');
    expect(answers[3].sentence).toContain('no value at all is refused');
    for (const { points } of answers[3].picture!.series)
      for (const [, y] of points) expect(y).toBeLessThan(answers[3].picture!.marks![0].value);
    // The right way round: more dose, less relapse
    const played = await recoverAlphaBeta.steps[3].play!({ high: 0.66, low: 0.86 }, inProcessTools);
    expect(played.sentence).toMatch(/α\/β is \*[\d.]+ Gy\*/);
  });

  it('prints no count of relapses, as none is confirmed', () => {
    const { shown } = recoverAlphaBeta.steps[3];
    const said = JSON.stringify([shown.paragraphs, shown.question, answers[3]]);
    expect(said).not.toMatch(/\b(31|27|21) (events|relapses|patients)/);
    expect(said).toContain('counts of relapses that are not confirmed');
  });

  it('finds that overall time bears on FAST-Forward, and hardly on FAST', () => {
    expect(ratio(LATE)).toBeCloseTo(1.73, 2);
    expect(rightOf(answers[4])).toBe('rises');
    // 18 days less 4; Mondays of weeks 1 to 5 are 28 days apart, 25 weekdays 32
    expect(answers[4].table!.rows).toEqual([
      ['FAST', '4', `${ratio(FAST).toFixed(2)} Gy`, `${ratio(saved(FAST, 0.8)).toFixed(2)} Gy`],
      ['FAST-Forward', '14', `${ratio(LATE).toFixed(2)} Gy`, `${ratio(saved(LATE, 2.8)).toFixed(2)} Gy`],
    ]);
  });
});

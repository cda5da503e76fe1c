import { describe, expect, it } from 'vitest';
import { powerAssuranceCeiling } from '../../../src/explorer/lessons/power-assurance-ceiling.ts';
import { answersOf, checkLesson, numberOf, rightOf } from './check-lesson.ts';
import {
  border,
  control,
  equivalent,
  leastCounts,
  normalMean,
  normalShare,
  powerOf,
  waldScore,
} from './closed-forms.ts';

const rate = (x: number): number => control(equivalent(5, 6, x), 1.5);
const power = (least: readonly number[], x: number): number => powerOf(least, 0.93, rate(x));
const least = leastCounts(waldScore, 165, 0.07);
/** Mean power over ln α/β, normal around ln 4.9 with standard deviation 0.45. */
const assurance = (counts: readonly number[]): number =>
  normalMean((z) => power(counts, 4.9 * Math.exp(0.45 * z)), 320);
/** Share of the law of α/β below a value. */
const below = (x: number): number => normalShare(Math.log(x / 4.9) / 0.45);

/** α/β at which power is so much, by bisection. */
function alphaBetaOf(target: number): number {
  let [low, high] = [1, 20];
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (power(least, middle) > target) low = middle;
    else high = middle;
  }
  return low;
}

describe('powerAssuranceCeiling', () => {
  const answers = answersOf(powerAssuranceCeiling);
  checkLesson(powerAssuranceCeiling, answers, 0);

  it('finds the assurance, simulated beside exact', () => {
    expect(numberOf(answers[0])).toBeCloseTo(100 * assurance(least), 4);
    expect(assurance(least)).toBeCloseTo(0.4367, 4);
    const [, simulated, error] = answers[0].sentence.match(/and ([\d.]+) ± ([\d.]+) % from/)!.map(Number);
    expect(Math.abs(simulated - 100 * assurance(least))).toBeLessThan(3 * (error + 0.05) + 0.05);
    // What the text says of power
    expect(power(least, 4)).toBeCloseTo(0.804, 3);
    expect(power(least, 4.9)).toBeCloseTo(0.311, 3);
  });

  it('finds a fifth of the worlds with a middling power', () => {
    expect(rightOf(answers[1])).toBe('fifth');
    const [from, to] = [alphaBetaOf(0.8), alphaBetaOf(0.2)];
    expect(to - from).toBeGreaterThan(0.8);
    expect(to - from).toBeLessThan(1.25);
    expect(answers[1].table!.rows.map((row) => row[1])).toEqual(
      [1 - below(to), below(to) - below(from), below(from)].map((p) => `${(100 * p).toFixed(1)} %`),
    );
  });

  it('finds what twice the patients do', () => {
    const doubled = leastCounts(waldScore, 330, 0.07);
    expect(numberOf(answers[2])).toBeCloseTo(100 * assurance(doubled), 4);
    // What the text says of power
    expect(power(doubled, 4)).toBeCloseTo(0.97, 2);
    const [, simulated, error] = answers[2].sentence.match(/\(([\d.]+) ± ([\d.]+) % from/)!.map(Number);
    expect(Math.abs(simulated - 100 * assurance(doubled))).toBeLessThan(3 * (error + 0.05) + 0.05);
  });

  it('finds the ceiling, and a curve that rises towards it', () => {
    expect(numberOf(answers[3])).toBeCloseTo(100 * below(border(6, 0.07, 1.5)), 8);
    expect(numberOf(answers[3])).toBeCloseTo(63.71, 2);
    const [{ points }] = answers[3].picture!.series;
    for (const [i, [, y]] of points.entries()) {
      expect(y).toBeLessThan(numberOf(answers[3]));
      if (i > 0) expect(y).toBeGreaterThan(points[i - 1][1]);
    }
    // The whole of success at 165 patients, true or not, is the assurance
    expect(points.find(([n]) => n === 165)![1]).toBeLessThan(100 * assurance(least));
  });

  it('finds that dose raises the ceiling, and nothing else', () => {
    expect(rightOf(answers[4])).toBe('dose');
    const [planned, raised] = [6, 6.2].map((d) => `${(100 * below(border(d, 0.07, 1.5))).toFixed(1)} %`);
    expect(answers[4].table!.rows.map((row) => row[1])).toEqual([planned, planned, planned, raised]);
    expect(answers[4].sentence).toContain(`${equivalent(5, 6.2, 3).toFixed(1)} Gy in place of 54.0 Gy`);
  });
});

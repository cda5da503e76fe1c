import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../src/trial/rules/definition.ts';
import { sequentialCounts } from '../../src/trial/sequential-counts.ts';
import type { Stage } from '../../src/trial/stages.ts';

const BOUNDS = [7, 11, 16, 20, 24, 28, 32, 36, 40, 44, 47, 51];
const ten: Stage[] = BOUNDS.map((_, look) => ({ rule: 0, look, patients: 10 * (look + 1) }));

describe('exact counts under interim looks', () => {
  it.each([
    [0.25, 0.007359, 119.2485],
    [0.35, 0.153809, 108.8131],
    [0.45, 0.822216, 63.1517],
    [0.55, 0.998727, 27.8001],
  ])(
    'Thall–Simon bounds at a rate of %f: stop %f, expected %f patients, as by an exact recursion in R 4.2.2',
    (rate, stop, expected) => {
      let end = 0;
      const stops = sequentialCounts(
        { size: 120, evaluable: 1, rates: [rate] },
        ten,
        (stage, events) => (events >= BOUNDS[stage] ? 'harm' : undefined),
        (_evaluable, _first, _second, probability) => {
          end += probability;
        },
      );
      const stopped = stops.reduce((sum, { harm }) => sum + harm, 0);
      const patients = stops.reduce((sum, { harm }, i) => sum + harm * ten[i].patients, end * 120);
      expect(stopped).toBeCloseTo(stop, 6);
      expect(stopped + end).toBeCloseTo(1, 12);
      expect(Math.abs(patients - expected)).toBeLessThan(1e-3);
    },
  );

  it('agrees with every sequence of a small trial: two endpoints, unevaluable patients, two rules', () => {
    const [size, evaluable, rates, both] = [5, 0.8, [0.4, 0.3], 0.2] as const;
    const stages: Stage[] = [
      { rule: 0, look: 0, patients: 2 },
      { rule: 1, look: 0, patients: 3 },
      { rule: 0, look: 1, patients: 4 },
    ];
    const verdictAt = (stage: number, first: number, second: number): Verdict | undefined =>
      stage === 1 ? (second === 0 ? 'futility' : undefined) : first >= 2 + stage / 2 ? 'harm' : undefined;
    const byHand = naive(size, evaluable, [...rates], both, stages, verdictAt);
    const ends = new Map<string, number>();
    const stops = sequentialCounts({ size, evaluable, rates, both }, stages, verdictAt, (e, i, j, p) => {
      ends.set(`${e}/${i}/${j}`, (ends.get(`${e}/${i}/${j}`) ?? 0) + p);
    });
    stops.forEach((stop, stage) => {
      for (const verdict of ['harm', 'futility', 'efficacy'] as const)
        expect(stop[verdict], `${verdict} at ${stage}`).toBeCloseTo(
          byHand.get(`${verdict}@${stage}`) ?? 0,
          12,
        );
    });
    for (const [key, probability] of ends) expect(probability, key).toBeCloseTo(byHand.get(key) ?? 0, 12);
    expect(ends.size).toBeGreaterThan(8);
  });
});

/** Walks every sequence of patients: unevaluable, or one of four patterns. */
function naive(
  size: number,
  evaluable: number,
  [p, q]: number[],
  both: number,
  stages: readonly Stage[],
  verdictAt: (stage: number, first: number, second: number) => Verdict | undefined,
): Map<string, number> {
  const found = new Map<string, number>();
  const add = (key: string, probability: number) => found.set(key, (found.get(key) ?? 0) + probability);
  const kinds = [
    { weight: 1 - evaluable, counts: false, first: 0, second: 0 },
    { weight: evaluable * (1 - p - q + both), counts: true, first: 0, second: 0 },
    { weight: evaluable * (p - both), counts: true, first: 1, second: 0 },
    { weight: evaluable * (q - both), counts: true, first: 0, second: 1 },
    { weight: evaluable * both, counts: true, first: 1, second: 1 },
  ];
  const walk = (seen: number, e: number, i: number, j: number, probability: number): void => {
    if (seen === size) {
      add(`${e}/${i}/${j}`, probability);
      return;
    }
    for (const { weight, counts, first, second } of kinds) {
      const [e2, i2, j2] = [e + (counts ? 1 : 0), i + first, j + second];
      const hit = stages.findIndex(
        (stage, s) => counts && stage.patients === e2 && verdictAt(s, i2, j2) !== undefined,
      );
      if (hit >= 0) add(`${verdictAt(hit, i2, j2)}@${hit}`, probability * weight);
      else walk(seen + 1, e2, i2, j2, probability * weight);
    }
  };
  walk(0, 0, 0, 0, 1);
  return found;
}

import { describe, expect, it } from 'vitest';
import { seedKey } from '../../../src/random/seed-key.ts';
import { type DoseFindingName, doseFinding } from '../../../src/trial/dose-finding/index.ts';
import { exactLadder } from '../../../src/trial/ladder/exact-ladder.ts';
import type { LadderCharacteristics } from '../../../src/trial/ladder/ladder-characteristics.ts';
import type { LadderMethod } from '../../../src/trial/ladder/ladder-method.ts';
import { ladderState } from '../../../src/trial/ladder/ladder-state.ts';
import { climb, simulateLadder } from '../../../src/trial/ladder/simulate-ladder.ts';

const create = (name: DoseFindingName, given: object, levels: number): LadderMethod =>
  doseFinding[name].create(doseFinding[name].parameters.parse(given), levels);

const small: [DoseFindingName, object, number[]][] = [
  ['threePlusThree', {}, [0.1, 0.3]],
  ['threePlusThree', { startLevel: 2 }, [0.1, 0.3]],
  ['boin', { target: 0.3, maximumSize: 9 }, [0.1, 0.3, 0.5]],
  ['boin', { target: 0.2, groupSize: 2, maximumSize: 11, stopAtSize: 6 }, [0.05, 0.2, 0.4]],
  ['crm', { target: 0.25, skeleton: [0.1, 0.25, 0.4], groupSize: 1, maximumSize: 9 }, [0.2, 0.4, 0.6]],
  ['crm', { target: 0.3, skeleton: [0.3, 0.5], eliminationCutOff: 0.9, maximumSize: 12 }, [0.4, 0.7]],
];

/** Every sequence of outcomes, one patient after another, none of them taken together. */
function naive(method: LadderMethod, rates: readonly number[], target: number) {
  const sums = { recommended: rates.map(() => 0), patients: rates.map(() => 0), toxicities: 0, over: 0 };
  const walk = (
    patients: { level: number; isToxic: boolean; followed: number }[],
    last: number,
    p: number,
  ): void => {
    const next = method.decide(ladderState(rates.length, patients, last));
    if (next.kind === 'stop') {
      if (next.recommended !== undefined) sums.recommended[next.recommended] += p;
      for (const { level, isToxic } of patients) {
        sums.patients[level] += p;
        sums.toxicities += isToxic ? p : 0;
        sums.over += rates[level] > target ? p / patients.length : 0;
      }
      return;
    }
    for (let outcomes = 0; outcomes < 1 << next.patients; outcomes++) {
      const group = Array.from({ length: next.patients }, (_, i) => ({
        level: next.level,
        isToxic: (outcomes >> i) % 2 === 1,
        followed: 1,
      }));
      const share = group.reduce(
        (all, { isToxic }) => all * (isToxic ? rates[next.level] : 1 - rates[next.level]),
        p,
      );
      walk([...patients, ...group], next.patients, share);
    }
  };
  walk([], 1, 1);
  return sums;
}

describe('exactLadder', () => {
  it.each(small)('agrees with every sequence of outcomes: %s %j', (name, given, rates) => {
    const method = create(name, given, rates.length);
    const found = exactLadder(method, rates, 0.25)!;
    const expected = naive(method, rates, 0.25);
    rates.forEach((_, level) => {
      expect(found.recommended[level]).toBeCloseTo(expected.recommended[level], 12);
      expect(found.patients[level]).toBeCloseTo(expected.patients[level], 11);
    });
    expect(found.totalToxicities).toBeCloseTo(expected.toxicities, 11);
    expect(found.shareAboveTarget).toBeCloseTo(expected.over, 12);
    expect(found.none + found.recommended.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
    // Wald: expected toxicities are expected patients times the rate
    found.toxicities.forEach((toxic, level) => {
      expect(toxic).toBeCloseTo(found.patients[level] * rates[level], 11);
    });
  });

  it('does not enumerate beyond its bound', () => {
    expect(exactLadder(create('boin', { target: 0.3 }, 3), [0.1, 0.3, 0.5], 0.3, 500)).toBeUndefined();
  });

  it('is certain where rates are 0 or 1', () => {
    const safe = exactLadder(create('boin', { target: 0.3 }, 3), [0, 0, 0], 0.3)!;
    expect(safe).toMatchObject({ recommended: [0, 0, 1], none: 0, totalToxicities: 0, patients: [3, 3, 24] });
    const toxic = exactLadder(create('threePlusThree', {}, 3), [1, 1, 1], 0.3)!;
    expect(toxic).toMatchObject({
      recommended: [0, 0, 0],
      none: 1,
      patients: [3, 0, 0],
      mostlyAboveTarget: 1,
    });
  });
});

describe('simulateLadder', () => {
  const TRIALS = 1000;
  const shares: readonly string[] = ['recommended', 'none', 'mostlyAboveTarget'];

  it.each(small)('is within 3.5 standard errors of the exact: %s %j', (name, given, rates) => {
    const method = create(name, given, rates.length);
    const exact = exactLadder(method, rates, 0.25)!;
    const found = simulateLadder(method, rates, 0.25, seedKey('characteristics'), TRIALS);
    for (const key of Object.keys(exact) as (keyof LadderCharacteristics)[]) {
      const values = [exact[key]].flat();
      [found[key]].flat().forEach(({ estimate, mcse }, i) => {
        // A rare event may not have been seen: its error is that of the exact probability
        const p = values[i];
        const error = shares.includes(key) ? Math.sqrt((p * (1 - p)) / TRIALS) : mcse;
        // Trials that are all alike show no error to compare with
        if (error > 0) expect(Math.abs(estimate - p), `${key} ${i}`).toBeLessThanOrEqual(3.5 * error);
      });
    }
  });

  it('gives a patient the same tolerance with every number of trials, and higher rates more toxicities', () => {
    const method = create('boin', { target: 0.3, maximumSize: 12 }, 2);
    const run = (rates: number[], trials: number) =>
      simulateLadder(method, rates, 0.3, seedKey('a'), trials).totalToxicities.estimate;
    expect(run([0.1, 0.2], 1)).toBe(run([0.1, 0.2], 1));
    const tolerances = [0.05, 0.5, 0.9, 0.15, 0.6, 0.7, 0.05, 0.8, 0.9, 0.5, 0.5, 0.5];
    expect(climb(method, [0.1, 0.2], tolerances)).toMatchObject({ treated: [6, 6], toxic: [1, 1] });
  });
});

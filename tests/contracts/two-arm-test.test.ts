import { describe, expect, it } from 'vitest';
import { rejectionProbability, rejectionRegion } from '../../src/trial/rejection-region.ts';
import type { TestLevel, TwoArmTest } from '../../src/trial/tests/definition.ts';
import { tests } from '../../src/trial/tests/index.ts';

const twoArm = Object.entries(tests).filter(([, test]) => test.arms === 2) as [string, TwoArmTest][];
const oneSided = (alpha: number): TestLevel => ({ alpha, sides: 1 });
const marginsOf = (test: TwoArmTest): number[] => (test.takesMargin ? [0, 0.01, 0.07, 0.3] : [0]);
const sizes = [
  [1, 1],
  [2, 2],
  [3, 5],
  [12, 12],
  [7, 30],
  [30, 7],
  [40, 40],
];

type Rejects = (c: number, nc: number, e: number, ne: number) => boolean;
const prepare = (test: TwoArmTest, margin: number, level: TestLevel): Rejects => {
  const rejects = test.create(margin, level);
  return (controlSuccesses, controlSize, experimentalSuccesses, experimentalSize) =>
    rejects({ controlSuccesses, controlSize, experimentalSuccesses, experimentalSize });
};

describe.each(twoArm)('two-arm test %s', (_, test) => {
  const prepared = marginsOf(test).flatMap((margin) => [
    { margin, rejects: prepare(test, margin, oneSided(0.05)) },
    { margin, rejects: prepare(test, margin, { alpha: 0.05, sides: 2 }) },
  ]);

  /** Tables, empty and full arms among them, at which a law does not hold. */
  const against = (
    holds: (rejects: Rejects, margin: number, c: number, nc: number, e: number, ne: number) => boolean,
  ): string[] => {
    const found: string[] = [];
    for (const { margin, rejects } of prepared)
      for (const [nc, ne] of sizes)
        for (let c = 0; c <= nc; c++)
          for (let e = 0; e <= ne; e++)
            if (!holds(rejects, margin, c, nc, e, ne)) found.push(`${c}/${nc}, ${e}/${ne} at ${margin}`);
    return found;
  };

  it('answers for every table', () => {
    expect(against((rejects, _, c, nc, e, ne) => typeof rejects(c, nc, e, ne) === 'boolean')).toEqual([]);
  });

  it('never rejects on an estimate that is on the border or beyond it', () => {
    const isBeyond = (margin: number, c: number, nc: number, e: number, ne: number): boolean =>
      e / ne <= c / nc - margin;
    expect(
      against((rejects, margin, ...table) => !(isBeyond(margin, ...table) && rejects(...table))),
    ).toEqual([]);
  });

  it('says the same of failures with the arms exchanged', () => {
    expect(
      against((rejects, _, c, nc, e, ne) => rejects(ne - e, ne, nc - c, nc) === rejects(c, nc, e, ne)),
    ).toEqual([]);
  });

  it.runIf(test.isMonotone)('more experimental or fewer control successes never undo a rejection', () => {
    expect(
      against(
        (rejects, _, c, nc, e, ne) =>
          !rejects(c, nc, e, ne) ||
          ((e === ne || rejects(c, nc, e + 1, ne)) && (c === 0 || rejects(c - 1, nc, e, ne))),
      ),
    ).toEqual([]);
  });

  it.runIf(test.isMonotone)('has the same region by its border as by every table', () => {
    const rejects = test.create(marginsOf(test).at(-1)!, oneSided(0.1));
    for (const [nc, ne] of sizes) {
      const [least] = rejectionRegion(rejects, true, nc, ne).thresholds;
      const all = rejectionRegion(rejects, false, nc, ne).thresholds;
      expect(all).toEqual(least.some((e) => e <= ne) ? [least] : []);
    }
  });

  it('a stricter level rejects no more', () => {
    for (const margin of marginsOf(test)) {
      const [loose, strict] = [0.05, 0.01].map((alpha) =>
        rejectionRegion(test.create(margin, oneSided(alpha)), false, 12, 12),
      );
      const size = ({ thresholds }: typeof loose): number =>
        thresholds[0]?.reduce((sum, e) => sum + 13 - e, 0) ?? 0;
      expect(size(strict)).toBeLessThanOrEqual(size(loose));
    }
  });
});

describe.each(['fisher', 'exactUnconditional'] as const)('%s', (name) => {
  const test: TwoArmTest = tests[name];
  it.each([
    [5, 5],
    [12, 20],
    [60, 40],
    [165, 165],
  ])('never exceeds its level, %d against %d', (nc, ne) => {
    for (const margin of test.takesMargin ? [0, 0.07, 0.2] : [0])
      for (const alpha of [0.025, 0.1]) {
        const region = rejectionRegion(test.create(margin, oneSided(alpha)), true, nc, ne);
        const rates = Array.from({ length: 1001 }, (_, i) => margin + ((1 - margin) * i) / 1000);
        const levels = rates.map((rate) => rejectionProbability(region, rate, Math.max(0, rate - margin)));
        expect(Math.max(...levels)).toBeLessThanOrEqual(alpha);
      }
  });
});

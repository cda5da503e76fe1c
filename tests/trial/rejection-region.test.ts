import { describe, expect, it } from 'vitest';
import { normalCdf } from '../../src/numeric/normal-cdf.ts';
import { differenceScore } from '../../src/trial/difference-score.ts';
import { rejectionProbability, rejectionRegion } from '../../src/trial/rejection-region.ts';
import type { TwoArmTest } from '../../src/trial/tests/definition.ts';
import { tests } from '../../src/trial/tests/index.ts';
import { worstTypeIError } from '../../src/trial/worst-type-i-error.ts';

const level = { alpha: 0.05, sides: 1 } as const;

/** Binomial probabilities by Pascal's triangle of the law: patient after patient. */
function law(size: number, rate: number): number[] {
  let row = [1];
  for (let n = 0; n < size; n++)
    row = Array.from({ length: n + 2 }, (_, k) => (row[k] ?? 0) * (1 - rate) + (row[k - 1] ?? 0) * rate);
  return row;
}

/** P(a table of which `holds` is true), table by table. */
function naive(
  nc: number,
  ne: number,
  pc: number,
  pe: number,
  holds: (c: number, e: number) => boolean,
): number {
  const [control, experimental] = [law(nc, pc), law(ne, pe)];
  let sum = 0;
  control.forEach((p, c) => {
    experimental.forEach((q, e) => {
      if (holds(c, e)) sum += p * q;
    });
  });
  return sum;
}

describe('exact probability of rejection', () => {
  it.each(['farringtonManning', 'wald', 'fisher', 'newcombe'] as const)('%s, table by table', (name) => {
    const test: TwoArmTest = tests[name];
    for (const margin of test.takesMargin ? [0, 0.04, 0.2] : [0])
      for (const [nc, ne] of [
        [9, 14],
        [31, 20],
      ]) {
        const rejects = test.create(margin, level);
        const region = rejectionRegion(rejects, test.isMonotone, nc, ne);
        for (const [pc, pe] of [
          [0.9, 0.95],
          [0.3, 0.35],
          [margin, 0],
          [1, 1 - margin],
        ])
          expect(rejectionProbability(region, pc, pe)).toBeCloseTo(
            naive(nc, ne, pc, pe, (controlSuccesses, experimentalSuccesses) =>
              rejects({ controlSuccesses, controlSize: nc, experimentalSuccesses, experimentalSize: ne }),
            ),
            12,
          );
      }
  });

  it('Wald with few patients rejects, stops, and rejects again as successes grow', () => {
    const { thresholds } = rejectionRegion(tests.wald.create(0.01, level), false, 2, 2);
    expect(thresholds.length).toBeGreaterThan(1);
  });
});

describe('worst type I error', () => {
  it.each([
    ['farringtonManning', 124, 124, 0.15],
    ['wald', 60, 40, 0.1],
    ['fisher', 50, 50, 0],
  ] as const)('%s, %d against %d: no rate of a fine grid is worse', (name, nc, ne, margin) => {
    const test: TwoArmTest = tests[name];
    const region = rejectionRegion(test.create(margin, level), test.isMonotone, nc, ne);
    const { typeIError, controlRate } = worstTypeIError(region, margin);
    const at = (rate: number): number => rejectionProbability(region, rate, Math.max(0, rate - margin));
    const fine = Array.from({ length: 4001 }, (_, i) => at(margin + ((1 - margin) * i) / 4000));
    expect(at(controlRate)).toBe(typeIError);
    expect(Math.max(...fine) - typeIError).toBeLessThan(1e-9);
  });

  it('of the Farrington–Manning test at 35 % and a margin of 15 points: 4.89 % there, as enumerated in R 4.2.2', () => {
    const region = rejectionRegion(tests.farringtonManning.create(0.15, level), true, 124, 124);
    // Success is no event: 65 % against 50 %
    expect(rejectionProbability(region, 0.65, 0.5)).toBeCloseTo(0.0489488, 6);
    expect(rejectionProbability(region, 0.65, 0.65)).toBeCloseTo(0.8058631, 6);
  });
});

describe('exact unconditional test', () => {
  it.each([
    [10, 8, 0],
    [12, 12, 0.1],
    [7, 15, 0.25],
  ])(
    '%d against %d, margin %d: rejects where the largest P(score as high) is within the level',
    (nc, ne, margin) => {
      const score = (c: number, e: number): number =>
        differenceScore(
          { controlSuccesses: c, controlSize: nc, experimentalSuccesses: e, experimentalSize: ne },
          margin,
        );
      const laws = Array.from({ length: 401 }, (_, i) => {
        const rate = margin + ((1 - margin) * i) / 400;
        return [law(nc, rate), law(ne, Math.max(0, rate - margin))];
      });
      const scores = Array.from({ length: nc + 1 }, (_, c) =>
        Array.from({ length: ne + 1 }, (_, e) => score(c, e)),
      );
      const probabilityAtLeast = (seen: number): number =>
        Math.max(
          ...laws.map(([control, experimental]) => {
            let sum = 0;
            for (let c = 0; c <= nc; c++)
              for (let e = 0; e <= ne; e++) if (scores[c][e] >= seen) sum += control[c] * experimental[e];
            return sum;
          }),
        );
      const rejects = tests.exactUnconditional.create(margin, { alpha: 0.1, sides: 1 });
      const wrong: string[] = [];
      for (let c = 0; c <= nc; c++)
        for (let e = 0; e <= ne; e++) {
          const seen = scores[c][e] - 1e-9;
          if (seen < 0.5) continue;
          const p = probabilityAtLeast(seen);
          const found = rejects({
            controlSuccesses: c,
            controlSize: nc,
            experimentalSuccesses: e,
            experimentalSize: ne,
          });
          // A grid of 401 rates finds the largest probability to within 1e-4
          if (Math.abs(p - 0.1) > 1e-4 && found !== p < 0.1) wrong.push(`${c}, ${e}: p = ${p}`);
        }
      expect(wrong).toEqual([]);
    },
  );
});

describe('score statistic', () => {
  it('12 of 100 against 14 of 100 events, margin 10 points, as gsDesign 3.11 testBinomial', () => {
    const counts = {
      controlSuccesses: 86,
      controlSize: 100,
      experimentalSuccesses: 88,
      experimentalSize: 100,
    };
    const z = differenceScore(counts, 0.1);
    expect(z).toBeCloseTo(2.419085, 5);
    const rejectsAt = (critical: number): boolean =>
      tests.miettinenNurminen.create(0.1, { alpha: normalCdf(-critical), sides: 1 })(counts);
    expect([2.41303 - 1e-5, 2.41303 + 1e-5].map(rejectsAt)).toEqual([true, false]);
    expect(normalCdf(-z)).toBeCloseTo(0.0077798, 6);
  });
});

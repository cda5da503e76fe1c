import { describe, expect, it } from 'vitest';
import type { ArmCells } from '../../src/trial/arm-cells.ts';
import { countClaims } from '../../src/trial/claims/definition.ts';
import { claims } from '../../src/trial/claims/index.ts';
import type { Design } from '../../src/trial/design.ts';
import { exactPower } from '../../src/trial/exact-power.ts';
import { independentGroups } from '../../src/trial/independent-groups.ts';
import { manyCounts, marginalOf } from '../../src/trial/many-counts.ts';
import { createPassMatrices } from '../../src/trial/pass-matrix.ts';
import { powerOfMany } from '../../src/trial/power-of-many.ts';

const level = { oneSidedAlpha: 0.2, test: 'farringtonManning' };
const three = [
  claims.nonInferiority.create({ endpoint: 'localControl', atYears: 2, margin: 0.2, ...level }),
  claims.nonInferiority.create({ endpoint: 'woundComplication', withinDays: 120, margin: 0.25, ...level }),
  claims.nonInferiority.create({ endpoint: 'fibrosis', atYears: 2, margin: 0.3, ...level }),
];
const design = (isHierarchical: boolean): Design => ({
  sizes: [],
  unevaluable: 0,
  countsUnevaluableAsFailures: false,
  claims: three,
  isHierarchical,
  rules: [],
  stages: [],
});
/** Patterns of three endpoints that hang together: two kinds of patients. */
const mixed = (a: readonly number[], b: readonly number[]): number[] =>
  Array.from({ length: 8 }, (_, pattern) =>
    [a, b].reduce(
      (sum, rates) => sum + 0.5 * rates.reduce((p, rate, d) => p * (pattern & (1 << d) ? rate : 1 - rate), 1),
      0,
    ),
  );
const arm = (size: number, patterns: number[]): ArmCells => ({
  size,
  rates: [0, 1, 2].map((d) => marginalOf(patterns, d)),
  patterns,
});
const control = mixed([0.95, 0.2, 0.1], [0.75, 0.5, 0.4]);
const experimental = mixed([0.9, 0.25, 0.2], [0.7, 0.45, 0.5]);

/** Every count pattern of an arm, by recursion over how many patients have each of the eight patterns. */
function* countsOf(size: number, patterns: readonly number[]): Generator<[number[], number]> {
  const walk = function* (
    p: number,
    left: number,
    counts: number[],
    weight: number,
  ): Generator<[number[], number]> {
    if (p === patterns.length - 1) {
      const all = [0, 1, 2].map((d) => counts[d] + (p & (1 << d) ? left : 0));
      let last = weight;
      for (let k = 1; k <= left; k++) last *= patterns[p];
      yield [all, last];
      return;
    }
    let term = weight;
    for (let k = 0; k <= left; k++) {
      if (k > 0) term *= (patterns[p] * (left - k + 1)) / k;
      yield* walk(
        p + 1,
        left - k,
        counts.map((count, d) => count + (p & (1 << d) ? k : 0)),
        term,
      );
    }
  };
  yield* walk(0, size, [0, 0, 0], 1);
}

describe('power of three claims that hang together', () => {
  const [nc, ne] = [6, 5];
  const matrices = createPassMatrices();
  const byHand = [0, 0, 0, 0];
  for (const [c, pc] of countsOf(nc, control)) {
    for (const [e, pe] of countsOf(ne, experimental)) {
      const passes = countClaims(three).map((claim, k) => claim.passes(c[k], nc, e[k], ne));
      if (passes[0]) byHand[0] += pc * pe;
      if (passes[0] && passes[1]) byHand[1] += pc * pe;
      if (passes.every(Boolean)) byHand[2] += pc * pe;
      byHand[3] += pc * pe;
    }
  }

  it('is the sum over every table', () => {
    expect(byHand[3]).toBeCloseTo(1, 12);
    const { joint } = exactPower(design(false), matrices, [arm(nc, control), arm(ne, experimental)]);
    expect(joint).toBeCloseTo(byHand[2], 12);
    expect(joint).toBeGreaterThan(0.01);
  });

  it('in a hierarchy, each claim is shown with those before it, and the first decides', () => {
    const { joint, byClaim } = exactPower(design(true), matrices, [arm(nc, control), arm(ne, experimental)]);
    expect(joint).toBeCloseTo(byHand[0], 12);
    for (const k of [0, 1, 2]) expect(byClaim[k]).toBeCloseTo(byHand[k], 12);
  });

  it('is a product where endpoints are independent', () => {
    const free = (rates: number[]): number[] => mixed(rates, rates);
    const arms = [arm(40, free([0.9, 0.3, 0.2])), arm(40, free([0.85, 0.35, 0.3]))];
    const { joint, byClaim } = exactPower(design(false), matrices, arms);
    expect(joint).toBeCloseTo(byClaim[0] * byClaim[1] * byClaim[2], 13);
  });
});

describe('power of many claims, carried through their pass matrices', () => {
  it('is a product where the endpoints are independent, in arms so large that few counts are likely', () => {
    const matrices = createPassMatrices();
    const arms = [
      arm(50, mixed([0.93, 0.9, 0.95], [0.93, 0.9, 0.95])),
      arm(40, mixed([0.9, 0.95, 0.93], [0.9, 0.95, 0.93])),
    ] as const;
    const own = countClaims(three).map((claim) => matrices(claim, 50, 40));
    const { byClaim } = exactPower(design(false), matrices, arms);
    expect(powerOfMany(own, ...arms)).toBeCloseTo(byClaim[0] * byClaim[1] * byClaim[2], 11);
  });
});

describe('joint counts', () => {
  it('sum to one, and to their marginals', () => {
    const { from, widths, probabilities } = manyCounts(30, experimental);
    expect(probabilities.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    const inner = widths[1] * widths[2];
    const mean = probabilities.reduce((sum, p, at) => sum + p * (from[0] + Math.floor(at / inner)), 0);
    expect(mean).toBeCloseTo(30 * marginalOf(experimental, 0), 10);
  });

  it('fall into groups that are independent in every arm', () => {
    const pair = (both: number): number[] => [0.4 + both, 0.3 - both, 0.3 - both, both];
    // Endpoints 0 and 2 hang together, 1 does not
    const patterns = Array.from({ length: 8 }, (_, pattern) => {
      const ofPair = pair(0.2)[(pattern & 1) | ((pattern >> 1) & 2)];
      return ofPair * (pattern & 2 ? 0.25 : 0.75);
    });
    expect(independentGroups([patterns])).toEqual([[0, 2], [1]]);
    expect(independentGroups([patterns, control])).toEqual([[0, 1, 2]]);
    expect(independentGroups([mixed([0.1, 0.2, 0.3], [0.1, 0.2, 0.3])])).toEqual([[0], [1], [2]]);
  });
});

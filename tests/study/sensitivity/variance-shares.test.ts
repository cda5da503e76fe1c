import { describe, expect, it } from 'vitest';
import type { PickFreezeOutputs } from '../../../src/numeric/variance-indices.ts';
import { createScrambledSobol } from '../../../src/random/scrambled-sobol.ts';
import { seedKey } from '../../../src/random/seed-key.ts';
import { varianceShares } from '../../../src/study/sensitivity/variance-shares.ts';

/** A function of uniforms whose indices are known. */
interface Known {
  readonly name: string;
  readonly of: (u: readonly number[]) => number;
  readonly firstOrder: readonly number[];
  readonly total: readonly number[];
}

const A = [0, 1, 4.5, 9, 99, 99, 99, 99];
// Sobol 1993: Vᵢ = (1/3)/(1 + aᵢ)², V = Π(1 + Vᵢ) − 1, V_Tᵢ = Vᵢ·Π_{j≠i}(1 + Vⱼ)
const parts = A.map((a) => 1 / 3 / ((1 + a) * (1 + a)));
const product = parts.reduce((all, part) => all * (1 + part), 1);

const known: Known[] = [
  {
    // Ishigami & Homma 1990 with a = 7, b = 0.1
    name: 'Ishigami',
    of: (u) => {
      const [x, y, z] = u.map((v) => Math.PI * (2 * v - 1));
      return Math.sin(x) + 7 * Math.sin(y) ** 2 + 0.1 * z ** 4 * Math.sin(x);
    },
    firstOrder: [0.3139, 0.4424, 0],
    total: [0.5576, 0.4424, 0.2437],
  },
  {
    name: 'g-function',
    of: (u) => u.reduce((all, v, i) => (all * (Math.abs(4 * v - 2) + A[i])) / (1 + A[i]), 1),
    firstOrder: parts.map((part) => part / (product - 1)),
    total: parts.map((part) => (part * product) / (1 + part) / (product - 1)),
  },
];

function outputsOf({ of, total: { length } }: Known, seed: string, rows: number): PickFreezeOutputs {
  const at = createScrambledSobol(seedKey(seed), 'test');
  const sample = (from: number) =>
    Array.from({ length: rows }, (_, j) => Array.from({ length }, (__, i) => at(j, from + i)));
  const [a, b] = [sample(0), sample(length)];
  return {
    a: a.map(of),
    b: b.map(of),
    mixed: a[0].map((_, i) => a.map((row, j) => of(row.with(i, b[j][i])))),
  };
}

describe.each(known)('$name', (fn) => {
  const shares = varianceShares(seedKey('shares'), outputsOf(fn, 'shares', 1024), 0.95)!;

  it('has its indices within the intervals, which are narrow', () => {
    for (const [found, truth] of [
      [shares.firstOrder, fn.firstOrder],
      [shares.total, fn.total],
    ] as const) {
      found.forEach(({ low, high, estimate }, i) => {
        expect(low).toBeLessThanOrEqual(truth[i] + 5e-5);
        expect(high).toBeGreaterThanOrEqual(truth[i] - 5e-5);
        expect(low).toBeLessThanOrEqual(estimate);
        expect(high).toBeGreaterThanOrEqual(estimate);
        expect(high - low).toBeLessThan(0.15);
      });
    }
  });

  it('keeps 0 ≤ first order ≤ total ≤ 1 and Σ first order ≤ 1 within the intervals', () => {
    shares.firstOrder.forEach((first, i) => {
      expect(first.high).toBeGreaterThanOrEqual(0);
      expect(first.low).toBeLessThanOrEqual(shares.total[i].high);
      expect(shares.total[i].low).toBeLessThanOrEqual(1);
    });
    const sum = (values: readonly number[]): number => values.reduce((x, y) => x + y, 0);
    const truth = 1 - sum(fn.firstOrder);
    expect(shares.interactions.estimate).toBeCloseTo(
      1 - sum(shares.firstOrder.map(({ estimate }) => estimate)),
      12,
    );
    expect(shares.interactions.low).toBeLessThan(truth);
    expect(shares.interactions.high).toBeGreaterThan(truth);
  });
});

describe('varianceShares', () => {
  it('is the same for the same key, other intervals for another', () => {
    const outputs = outputsOf(known[0], 'again', 64);
    const once = varianceShares(seedKey('x'), outputs, 0.9);
    expect(varianceShares(seedKey('x'), outputs, 0.9)).toEqual(once);
    const other = varianceShares(seedKey('y'), outputs, 0.9)!;
    expect(other.firstOrder[0].estimate).toBe(once!.firstOrder[0].estimate);
    expect(other.firstOrder[0].low).not.toBe(once!.firstOrder[0].low);
  });

  it('has wider intervals at a higher level', () => {
    const outputs = outputsOf(known[0], 'level', 64);
    const [narrow, wide] = [0.5, 0.99].map((level) => varianceShares(seedKey('x'), outputs, level)!.total[0]);
    expect(wide.low).toBeLessThan(narrow.low);
    expect(wide.high).toBeGreaterThan(narrow.high);
  });

  it('is none where the output varies by less than a millionth', () => {
    const flat: Known = { name: 'flat', of: ([u]) => 0.5 + 1e-7 * u, firstOrder: [1], total: [1] };
    expect(varianceShares(seedKey('x'), outputsOf(flat, 'flat', 64), 0.95)).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { differenceIntervalAnswer } from '../../src/trial/interval-answer/difference.ts';
import { proportionIntervalAnswer } from '../../src/trial/interval-answer/proportion.ts';

const square = (x: number): number => x * x;
const Z = 1.959963984540054;

/** Wilson’s limits of x of n. */
function wilson(x: number, n: number): [number, number] {
  const half = Z * Math.sqrt((x * (n - x)) / n + (Z * Z) / 4);
  return [(x + (Z * Z) / 2 - half) / (n + Z * Z), (x + (Z * Z) / 2 + half) / (n + Z * Z)];
}

describe('intervals of a rate', () => {
  it('have the coverage of counts that lie so near', () => {
    const { numbers, rows } = proportionIntervalAnswer({ events: 1, size: 3 }, 0.95) as never as {
      numbers: { rate: number; coverage: Record<string, number>; wilson: number[] };
      rows: { label: string; nominal?: number; exact?: number }[];
    };
    expect(numbers.rate).toBe(1 / 3);
    // Wilson’s intervals of 0, 1 and 2 of 3 hold a third, that of 3 does not: 1 − 1/27
    const holds = [0, 1, 2, 3].map((x) => wilson(x, 3)[0] <= 1 / 3 && wilson(x, 3)[1] >= 1 / 3);
    expect(holds).toEqual([true, true, true, false]);
    expect(numbers.coverage.wilson).toBeCloseTo(26 / 27, 12);
    wilson(1, 3).forEach((limit, i) => {
      expect(numbers.wilson[i]).toBeCloseTo(limit, 12);
    });
    for (const row of rows.slice(1)) {
      expect(row.nominal).toBe(0.95);
      expect(row.exact).toBeGreaterThan(0.5);
    }
  });

  it.each([0, 8])('have none where %d of 8 were seen', (events) => {
    const { numbers, rows, variant } = proportionIntervalAnswer({ events, size: 8 }, 0.95);
    expect('coverage' in numbers).toBe(false);
    expect(rows.slice(1).every((row) => !('exact' in row))).toBe(true);
    expect(variant.at(-1)).toMatch(/^Nominal: the level asked for\. There is no exact coverage/);
    const [low, high] = numbers.wilson as number[];
    expect(events === 0 ? low : high).toBe(events / 8);
    // z²/(n + z²) from the end
    expect(events === 0 ? high : 1 - low).toBeCloseTo((Z * Z) / (8 + Z * Z), 12);
  });
});

describe('intervals of a difference', () => {
  it('are of the first less the second sample', () => {
    const [first, second] = [
      { events: 7, size: 10 },
      { events: 3, size: 12 },
    ];
    const there = differenceIntervalAnswer(first, second, 0.95);
    const back = differenceIntervalAnswer(second, first, 0.95);
    expect(there.numbers.difference).toBeCloseTo(0.45, 14);
    for (const name of ['newcombe', 'wald', 'mee', 'miettinenNurminen']) {
      const [low, high] = there.numbers[name] as number[];
      const [backLow, backHigh] = back.numbers[name] as number[];
      expect(low).toBeCloseTo(-backHigh, 9);
      expect(high).toBeCloseTo(-backLow, 9);
      expect(low).toBeLessThan(0.45);
      expect(high).toBeGreaterThan(0.45);
    }
    // Newcombe’s method 10 from Wilson’s limits
    const [[l1, u1], [l2, u2]] = [wilson(7, 10), wilson(3, 12)];
    const [low, high] = there.numbers.newcombe as number[];
    expect(low).toBeCloseTo(0.45 - Math.sqrt(square(0.7 - l1) + square(u2 - 0.25)), 12);
    expect(high).toBeCloseTo(0.45 + Math.sqrt(square(u1 - 0.7) + square(0.25 - l2)), 12);
    expect(there.numbers.fisherTwoSidedP).toBeCloseTo(back.numbers.fisherTwoSidedP as number, 12);
    // Hypergeometric: 10 events of 22, of which 7 in the first 10; as rare or rarer are x ≤ 2 and x ≥ 7
    const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k);
    const p = (x: number): number => (choose(10, x) * choose(12, 10 - x)) / choose(22, 10);
    const rare = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].filter((x) => p(x) <= p(7) * (1 + 1e-7));
    expect(there.numbers.fisherTwoSidedP).toBeCloseTo(
      rare.reduce((sum, x) => sum + p(x), 0),
      12,
    );
  });

  it('meet the ends where all of one and none of the other have the event', () => {
    const { numbers } = differenceIntervalAnswer({ events: 5, size: 5 }, { events: 0, size: 5 }, 0.95);
    for (const name of ['mee', 'miettinenNurminen', 'newcombe']) {
      const [low, high] = numbers[name] as number[];
      expect(high).toBeCloseTo(1, 12);
      expect(low).toBeGreaterThan(0);
      expect(low).toBeLessThan(1);
    }
  });
});

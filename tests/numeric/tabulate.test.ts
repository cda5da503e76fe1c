import { describe, expect, it } from 'vitest';
import { tabulate } from '../../src/numeric/tabulate.ts';

const worst = (f: (x: number) => number, low: number, high: number, intervals: number): number => {
  const table = tabulate(f, low, high, intervals);
  let most = 0;
  for (let i = 0; i <= 5000; i++) {
    const x = low + (i / 5000) * (high - low);
    most = Math.max(most, Math.abs(table(x) - f(x)));
  }
  return most;
};

describe('tabulate', () => {
  it('is exact at the nodes, and for cubics everywhere', () => {
    const table = tabulate(Math.exp, -2, 3, 50);
    for (let i = 0; i <= 50; i++) expect(table(-2 + i / 10)).toBeCloseTo(Math.exp(-2 + i / 10), 13);
    expect(worst((x) => 1 + x * (2 + x * (3 - 4 * x)), -1, 2, 7)).toBeLessThan(1e-12);
  });

  it('has an error of order h⁴, ends included', () => {
    const [coarse, fine] = [worst(Math.sin, 0, 6, 40), worst(Math.sin, 0, 6, 80)];
    expect(coarse).toBeLessThan(2e-5);
    expect(coarse / fine).toBeGreaterThan(12);
    expect(coarse / fine).toBeLessThan(20);
  });

  it('holds its end values outside', () => {
    const table = tabulate(Math.exp, 0, 1, 16);
    expect(table(-5)).toBe(table(0));
    expect(table(7)).toBe(table(1));
    expect([table(-Infinity), table(Infinity)]).toEqual([table(0), table(1)]);
    expect(table(0)).toBe(1);
    expect(table(1)).toBeCloseTo(Math.E, 15);
  });

  it('asks the slow function only when it is made', () => {
    let calls = 0;
    const table = tabulate((x) => ++calls && x * x, 0, 1, 20);
    const made = calls;
    for (let x = 0; x < 1; x += 0.01) table(x);
    expect(calls).toBe(made);
  });
});

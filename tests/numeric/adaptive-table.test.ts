import { describe, expect, it } from 'vitest';
import { adaptiveTable } from '../../src/numeric/adaptive-table.ts';

/** Largest error over points that are no nodes. */
function worst(f: (x: number) => number, table: (x: number) => number, low: number, high: number): number {
  let most = 0;
  for (let x = low; x <= high; x += (high - low) / 9973) most = Math.max(most, Math.abs(table(x) - f(x)));
  return most;
}

describe('an adaptive table', () => {
  it.each([
    ['a line', (x: number) => 3 - 2 * x, 1e-13],
    ['a sine', (x: number) => Math.sin(3 * x), 1e-12],
    ['a narrow peak', (x: number) => 1 / (1 + 400 * x * x), 1e-9],
    ['a kink', (x: number) => Math.abs(x - 0.1234), 1e-9],
    ['a jump', (x: number) => (x < 0.377 ? 0 : 1), 1e-9],
  ])('of %s is within its tolerance between the points it compared', (_, f, bound) => {
    expect(worst(f, adaptiveTable(f, -2, 2, 16, bound / 10), -2, 2)).toBeLessThan(bound);
  });

  it('calls a smooth function 13 times a piece it uses, and no more', () => {
    let calls = 0;
    const counted = (x: number): number => {
      calls++;
      return Math.exp(x);
    };
    const table = adaptiveTable(counted, 0, 2, 8, 1e-12);
    expect(calls).toBe(0);
    table(1.6);
    expect(calls).toBe(13);
    for (let x = 0; x < 2; x += 0.001) table(x);
    expect(calls).toBe(8 * 13);
  });

  it('calls a function that no polynomial fits only near the trouble', () => {
    let calls = 0;
    const counted = (x: number): number => {
      calls++;
      return Math.abs(x - 0.1234);
    };
    const table = adaptiveTable(counted, 0, 1, 4, 1e-9);
    const points = Array.from({ length: 99 }, (_, i) => i / 100 + 0.003);
    for (const x of points) table(x);
    const made = calls;
    for (const x of points.filter((x) => Math.abs(x - 0.1234) > 0.01)) table(x);
    expect(calls).toBe(made);
    expect(table(0.1234)).toBe(0);
    expect(calls).toBe(made + 1);
  });

  it('gives the same in whatever order it is asked', () => {
    const f = (x: number): number => Math.abs(Math.sin(5 * x));
    const [once, again] = [0, 1].map(() => adaptiveTable(f, 0, 2, 4, 1e-10));
    const points = Array.from({ length: 200 }, (_, i) => i / 100);
    const rising = points.map((x) => once(x));
    const falling = points.toReversed().map((x) => again(x));
    expect(falling.reverse()).toEqual(rising);
  });

  it('is continued by the values at its ends, and meets itself between pieces', () => {
    const table = adaptiveTable(Math.exp, 0, 1, 4, 1e-9);
    expect(table(-3)).toBeCloseTo(1, 14);
    expect(table(9)).toBeCloseTo(Math.E, 14);
    for (const x of [0.25, 0.5, 0.75]) expect(Math.abs(table(x - 1e-15) - table(x))).toBeLessThan(1e-14);
  });
});

import { describe, expect, it } from 'vitest';
import { PERCENT, pointRow, roomFor } from '../../src/report/sweep-shown-tip.ts';
import type { SweepRow } from '../../src/study/sweep/sweep-result.ts';

const row = (estimate: number, mcse: number): SweepRow => ({ estimate, mcse }) as SweepRow;

describe('intervals of a sweep', () => {
  it('of a probability stay within 0 and 100 %', () => {
    const chart = { scale: 100, range: PERCENT };
    expect(pointRow(row(0.01, 0.01), chart)).toMatchObject({ y: 1, low: 0, high: 2.95996 });
    expect(pointRow(row(0.99, 0.01), chart)).toMatchObject({ y: 99, low: 97.04, high: 100 });
    expect(pointRow(row(0.5, 0.1), chart)).toMatchObject({ low: 30.4004, high: 69.5996 });
  });

  it('of a count or a time have no upper end', () => {
    const chart = { scale: 1, range: [0, Infinity] } as const;
    expect(pointRow(row(150, 2), chart)).toMatchObject({ low: 146.08, high: 153.92 });
    expect(pointRow(row(1, 2), chart)).toMatchObject({ low: 0, high: 4.91993 });
  });

  it('leave room on an axis that never leaves the range', () => {
    expect(roomFor([0, 50], PERCENT)).toEqual([0, 53]);
    expect(roomFor([100, 100], PERCENT)).toEqual([99, 100]);
    expect(roomFor([1, 101], [0, Infinity])).toEqual([0, 107]);
  });
});

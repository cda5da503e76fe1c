import { describe, expect, it } from 'vitest';
import { columnWidths, squeezedWidths } from '../../../src/node/pdf/column-widths.ts';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe('columnWidths', () => {
  it('gives whole texts their share of the room', () => {
    const widths = columnWidths(
      [40, 60].map((most) => ({ least: 10, most, total: most })),
      200,
    );
    expect(widths).toEqual([80, 120]);
  });

  it('gives more to more text, up to what a column needs, and fills the room', () => {
    const needs = [
      { least: 20, most: 30, total: 900 },
      { least: 20, most: 4000, total: 4000 },
      { least: 20, most: 1000, total: 1000 },
    ];
    const widths = columnWidths(needs, 330)!;
    expect(widths[0]).toBeCloseTo(30, 6);
    expect(sum(widths)).toBeCloseTo(330, 6);
    expect(widths[1]).toBeGreaterThan(widths[2]);
    // Four times the text: twice the share at most
    expect((widths[1] - 20) / (widths[2] - 20)).toBeLessThanOrEqual(2 + 1e-9);
  });

  it('has nothing to give where words do not fit; then the widest are cut', () => {
    const needs = [10, 90, 200].map((least) => ({ least, most: 300, total: 300 }));
    expect(columnWidths(needs, 200)).toBeUndefined();
    expect(squeezedWidths(needs, 200)).toEqual([10, 90, 100]);
  });
});

import { describe, expect, it } from 'vitest';
import { labelMarks } from '../../src/report/label-marks.ts';

describe('labels of marks', () => {
  it('stand beside their own mark where there is room, inwards', () => {
    const marks = [
      { x: 10, y: 5 },
      { x: 90, y: 50 },
    ];
    expect(labelMarks(marks, 4, [0, 100])).toEqual([
      { x: 10, y: 5, isLeft: false },
      { x: 90, y: 50, isLeft: true },
    ]);
  });

  it('stand beside the whole heap where marks lie close, one above the other', () => {
    const marks = [
      { x: 10, y: 50 },
      { x: 14, y: 51 },
      { x: 12, y: 50 },
      { x: 100, y: 0 },
    ];
    const places = labelMarks(marks, 4, [0, 100]);
    expect(places.slice(0, 3).map(({ x }) => x)).toEqual([14, 14, 14]);
    const levels = places.slice(0, 3).map(({ y }) => y);
    const sorted = levels.toSorted((a, b) => a - b);
    expect(sorted[1] - sorted[0]).toBeGreaterThanOrEqual(4);
    expect(sorted[2] - sorted[1]).toBeGreaterThanOrEqual(4);
  });

  it('of one mark, or of marks at one place, are there', () => {
    expect(labelMarks([{ x: 1, y: 1 }], 1, [1, 1])).toHaveLength(1);
    const same = labelMarks(
      [
        { x: 1, y: 1 },
        { x: 1, y: 1 },
      ],
      1,
      [0, 4],
    );
    expect(Math.abs(same[0].y - same[1].y)).toBeGreaterThanOrEqual(1);
  });
});

import { describe, expect, it } from 'vitest';
import { type BarredMark, LABEL_DX, labelSides } from '../../src/report/label-sides.ts';

const PLOT = [600, 300] as const;
const mark = (x: number, y: number, labelWidth = 14): BarredMark => ({
  x,
  y,
  top: y - 40,
  bottom: y + 40,
  labelWidth,
});

/** Left, right, top and bottom of every label, 12 pixels high. */
function boxes(marks: readonly BarredMark[]) {
  return labelSides(marks, PLOT).map(({ isLeft, dy }, i) => {
    const { x, y, labelWidth } = marks[i];
    const left = isLeft ? x - LABEL_DX - labelWidth : x + LABEL_DX;
    return { left, right: left + labelWidth, top: y + dy - 6, bottom: y + dy + 6 };
  });
}

describe('sides of labels', () => {
  it('are the right ones where all is free, the left one at the right end', () => {
    expect(labelSides([mark(100, 100), mark(300, 100), mark(595, 100)], PLOT)).toEqual([
      { isLeft: false, dy: 0 },
      { isLeft: false, dy: 0 },
      { isLeft: true, dy: 0 },
    ]);
  });

  it('leave no label on another or on a mark in a crowd', () => {
    // Seven studies of about one dose: 11 pixels apart, one with a name
    const marks = [180, 157, 220, 214, 137, 236, 227].map((y, i) => mark(200 + 11 * i, y, i === 6 ? 40 : 14));
    const labels = boxes(marks);
    labels.forEach((label, i) => {
      const others = [
        ...labels.filter((_, j) => j !== i),
        ...marks
          .filter((_, j) => j !== i)
          .map(({ x, y }) => ({ left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 })),
      ];
      for (const other of others)
        expect(
          label.right <= other.left ||
            other.right <= label.left ||
            label.bottom <= other.top ||
            other.bottom <= label.top,
        ).toBe(true);
    });
  });

  it('cross a bar rather than cover a mark', () => {
    const [{ isLeft, dy }] = labelSides([mark(100, 100), mark(112, 100), mark(88, 160)], PLOT);
    expect([isLeft, dy]).not.toEqual([false, 0]);
  });
});

import { spreadLabels } from './spread-labels.ts';

/** A mark of a scatter plot. */
export interface Mark {
  readonly x: number;
  readonly y: number;
}

/** Where a mark's label stands: beside it, or beside its neighbours where they would be in the way. */
export interface LabelPlace extends Mark {
  /** Whether the label ends at its place rather than starts there. */
  readonly isLeft: boolean;
}

/** Marks whose labels would meet: each within reach of the next, from the lowest up. */
function clustersOf(marks: readonly Mark[], reach: number): Mark[][] {
  const clusters: Mark[][] = [];
  for (const mark of marks.toSorted((a, b) => a.y - b.y)) {
    const last = clusters.at(-1);
    if (last && mark.y - last[last.length - 1].y < reach) last.push(mark);
    else clusters.push([mark]);
  }
  return clusters;
}

/**
 * Places for the labels of marks: to the right of those in the left half, to the left of the others, so that no label
 * covers a mark beside it or another label.
 *
 * @param height of a label in the units of y
 */
export function labelMarks(
  marks: readonly Mark[],
  height: number,
  [low, high]: readonly [number, number],
): LabelPlace[] {
  const middle = (Math.min(...marks.map(({ x }) => x)) + Math.max(...marks.map(({ x }) => x))) / 2;
  const places = new Map<Mark, LabelPlace>();
  for (const isLeft of [false, true]) {
    const side = marks.filter(({ x }) => x > middle === isLeft);
    const levels = spreadLabels(
      side.map(({ y }) => y),
      height,
      [low, high],
    );
    for (const cluster of clustersOf(side, 1.5 * height)) {
      const across = cluster.map(({ x }) => x);
      const x = isLeft ? Math.min(...across) : Math.max(...across);
      for (const mark of cluster) places.set(mark, { x, y: levels[side.indexOf(mark)], isLeft });
    }
  }
  return marks.map((mark) => places.get(mark)!);
}

/** A mark with the bar through it and the width of its label: all in pixels, downwards as on a screen. */
export interface BarredMark {
  readonly x: number;
  readonly y: number;
  readonly top: number;
  readonly bottom: number;
  readonly labelWidth: number;
}

/** On which side of its mark a label stands, and how far below the mark’s middle. */
export interface LabelSide {
  readonly isLeft: boolean;
  readonly dy: number;
}

/** Pixels from a mark’s middle to its label, half a mark’s size, and half a label’s height. */
export const LABEL_DX = 7;
const HALF_MARK = 6;
const HALF_LABEL = 6;
const SHIFT = 10;

/** The places that a label may have, the first the best where all are free. */
const PLACES: readonly LabelSide[] = [
  { isLeft: false, dy: 0 },
  { isLeft: true, dy: 0 },
  { isLeft: false, dy: SHIFT },
  { isLeft: false, dy: -SHIFT },
  { isLeft: true, dy: SHIFT },
  { isLeft: true, dy: -SHIFT },
];
/** What is in a label’s way, by how bad it is: text is read across a thin bar. */
const COVERED = 10;
const CROSSED = 2;
/** Rounds in which every label may move aside for the others. */
const ROUNDS = 4;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const boxAround = (x: number, y: number, half: number): Box => ({
  left: x - half,
  right: x + half,
  top: y - half,
  bottom: y + half,
});

function labelBox({ x, y, labelWidth }: BarredMark, { isLeft, dy }: LabelSide): Box {
  const from = isLeft ? x - LABEL_DX - labelWidth : x + LABEL_DX;
  return { left: from, right: from + labelWidth, top: y + dy - HALF_LABEL, bottom: y + dy + HALF_LABEL };
}

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** How much is in the way of a label at a place, while the others stand where they do. */
function badness(
  marks: readonly BarredMark[],
  places: readonly LabelSide[],
  own: number,
  place: LabelSide,
  plot: Box,
): number {
  const box = labelBox(marks[own], place);
  const isOutside =
    box.left < plot.left || box.right > plot.right || box.top < plot.top || box.bottom > plot.bottom;
  return marks.reduce(
    (sum, mark, other) => {
      if (other === own) return sum;
      const bar: Box = { left: mark.x, right: mark.x, top: mark.top, bottom: mark.bottom };
      const isCovered =
        overlap(box, boxAround(mark.x, mark.y, HALF_MARK)) || overlap(box, labelBox(mark, places[other]));
      return sum + (isCovered ? COVERED : 0) + (overlap(box, bar) ? CROSSED : 0);
    },
    isOutside ? COVERED : 0,
  );
}

/**
 * Sides for the labels of marks that lie close, in a plot of so many pixels: each goes where it covers neither mark nor
 * label and crosses as few bars as can be, one after the other until none gains by moving.
 */
export function labelSides(
  marks: readonly BarredMark[],
  [width, height]: readonly [number, number],
): LabelSide[] {
  const plot: Box = { left: 0, right: width, top: 0, bottom: height };
  const places = marks.map(() => PLACES[0]);
  for (let round = 0; round < ROUNDS; round++) {
    marks.forEach((_, own) => {
      const costs = PLACES.map(
        (place, rank) => badness(marks, places, own, place, plot) + rank / PLACES.length,
      );
      places[own] = PLACES[costs.indexOf(Math.min(...costs))];
    });
  }
  return places;
}

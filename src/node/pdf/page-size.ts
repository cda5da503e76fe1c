/** A point is 1/72 inch. */
const A4_POINTS = { short: 595.28, long: 841.89 };

/** Millimetres in points. */
const points = (millimetres: number): number => (millimetres / 25.4) * 72;

/** Left, top, right, bottom, in points. */
export const PAGE_MARGINS: [number, number, number, number] = [
  points(15),
  points(16),
  points(15),
  points(18),
];

const [left, top, right, bottom] = PAGE_MARGINS;

/** Widths in points between the margins of an upright and of a turned page, and the height of an upright one. */
export const ROOM = {
  portrait: A4_POINTS.short - left - right,
  landscape: A4_POINTS.long - left - right,
  height: A4_POINTS.long - top - bottom,
};

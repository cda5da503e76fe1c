import type { Series } from '../lessons/definition.ts';

/** A curve at so many evenly spaced values, both ends included. */
export function pointsAlong(
  low: number,
  high: number,
  count: number,
  at: (x: number) => number,
): Series['points'] {
  return Array.from({ length: count }, (_, i) => {
    const x = Number((low + ((high - low) * i) / (count - 1)).toPrecision(12));
    return [x, at(x)] as const;
  });
}

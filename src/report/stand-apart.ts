import { isotonicFit } from '../numeric/isotonic-fit.ts';

/** Rising values moved as little as can be, by least squares, so that each lies at least `gap` above the one before. */
export function standApart(values: readonly number[], gap: number): number[] {
  // Places less their rank × gap rise, and lie nearest to the values less theirs
  const level = isotonicFit(
    values.map((value, rank) => value - rank * gap),
    values.map(() => 1),
  );
  return level.map((value, rank) => value + rank * gap);
}

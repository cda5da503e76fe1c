import { findRoot } from '../../numeric/find-root.ts';
import type { PathLaw } from '../../numeric/path-law.ts';

/** Probabilities rarer than this are below what the integration resolves: no bound is placed for them. */
const LEAST_SPENT = 1e-14;
/** Standard deviations within which bounds are sought. */
const REACH = 10;

/**
 * The z that paths not stopped before reach or exceed with this probability.
 *
 * @returns ∞ where the probability is below 1e-14; −∞ where that many paths are not left
 */
export function upperBoundOf(law: PathLaw, probability: number): number {
  return rootOf((z) => law.above(z), law, probability, 1);
}

/**
 * The z that paths not stopped before fall short of with this probability.
 *
 * @returns −∞ where the probability is below 1e-14; ∞ where that many paths are not left
 */
export function lowerBoundOf(law: PathLaw, probability: number): number {
  return rootOf((z) => law.below(z), law, probability, -1);
}

function rootOf(tail: (z: number) => number, law: PathLaw, probability: number, side: 1 | -1): number {
  if (!(probability >= LEAST_SPENT)) return side * Infinity;
  // On the log scale the tail of a normal law is nearly a parabola
  const target = Math.log(probability);
  const gap = (z: number): number => Math.log(Math.max(tail(z), Number.MIN_VALUE)) - target;
  const [near, far] = [law.mean - side * REACH, law.mean + side * REACH];
  if (gap(near) <= 0) return -side * Infinity;
  return findRoot(gap, near, far);
}

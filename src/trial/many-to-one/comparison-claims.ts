import { normalCdf } from '../../numeric/normal-cdf.ts';
import type { Claim } from '../claims/definition.ts';
import { claims } from '../claims/index.ts';
import type { Comparisons } from './comparisons-schema.ts';
import { dunnettBound } from './dunnett-bound.ts';

/** A claim as a design states it, with its level on one side or two. */
export interface StatedComparison {
  readonly name: keyof typeof claims;
  readonly parameters: unknown;
}

/** What a claim states of its level. */
interface StatedLevel {
  readonly oneSidedAlpha?: number;
  readonly twoSidedAlpha?: number;
}

/** The level of each comparison, on as many sides, with which the level stated holds for all of them. */
function dunnettLevel(
  { oneSidedAlpha, twoSidedAlpha }: StatedLevel,
  comparisons: number,
  allocation: number,
): StatedLevel {
  const sides = oneSidedAlpha === undefined ? 2 : 1;
  const bound = dunnettBound(comparisons, oneSidedAlpha ?? twoSidedAlpha! / 2, allocation);
  return { [sides === 1 ? 'oneSidedAlpha' : 'twoSidedAlpha']: sides * normalCdf(-bound) };
}

/**
 * The claim of a design, made of every arm but the first against the first.
 *
 * @param weights of the arms, those of all but the first equal where the multiplicity is Dunnett's
 */
export function comparisonClaims(
  { name, parameters }: StatedComparison,
  { multiplicity }: Comparisons,
  weights: readonly number[],
): Claim[] {
  const [control, ...tested] = weights;
  const level =
    multiplicity === 'dunnett'
      ? dunnettLevel(parameters as StatedLevel, tested.length, tested[0] / control)
      : {};
  const claim = claims[name].create({ ...(parameters as object), ...level });
  return tested.map((_, i) => ({ ...claim, arm: i + 1 }));
}

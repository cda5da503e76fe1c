import { findRoot } from '../../numeric/find-root.ts';
import { normalCdf } from '../../numeric/normal-cdf.ts';
import { normalQuadrature } from '../../numeric/normal-quadrature.ts';
import { normalQuantile } from '../../numeric/normal-quantile.ts';
import { requireOneSidedLevel } from '../significance-level.ts';

/** Level of the quadrature: its error is below rounding for correlations up to 10/11. */
const LEVEL = 5;
/** Beyond Bonferroni's bound, whatever is rounded. */
const BEYOND = 0.01;

/**
 * Probability that at least one of several normal scores with one common correlation reaches a bound.
 *
 * @param correlation in [0, 1)
 * @param drift mean of each score
 * @see Dunnett 1955, J Am Stat Assoc 50:1096
 */
export function anyReaches(bound: number, arms: number, correlation: number, drift = 0): number {
  const { nodes, weights } = normalQuadrature(LEVEL);
  const [shared, own] = [Math.sqrt(correlation), Math.sqrt(1 - correlation)];
  // ∫ (1 − (1 − Φ((μ − c − √ρ z)/√(1 − ρ)))^K) φ(z) dz
  return nodes.reduce((sum, z, i) => {
    const reaches = normalCdf((drift - bound - shared * z) / own);
    return sum - weights[i] * Math.expm1(arms * Math.log1p(-reaches));
  }, 0);
}

/** Correlation of two comparisons with one control: r/(1 + r), r experimental patients for each control patient. */
export function sharedCorrelation(allocation: number): number {
  return allocation / (1 + allocation);
}

/**
 * The one-sided bound on the normal score of each of several arms against one control that holds the level for all of them.
 *
 * @param arms experimental arms, at least 1
 * @param allocation experimental patients of each arm for each control patient, above 0
 * @throws RangeError if the level is not in (0, 0.5)
 * @see Dunnett 1955, J Am Stat Assoc 50:1096
 */
export function dunnettBound(arms: number, oneSidedAlpha: number, allocation = 1): number {
  requireOneSidedLevel(oneSidedAlpha);
  const correlation = sharedCorrelation(allocation);
  const [one, each] = [-normalQuantile(oneSidedAlpha), -normalQuantile(oneSidedAlpha / arms)];
  if (arms === 1) return one;
  // Between the bound of one comparison and Bonferroni's
  const gap = (bound: number): number => anyReaches(bound, arms, correlation) / oneSidedAlpha - 1;
  return findRoot(gap, one, each + BEYOND);
}

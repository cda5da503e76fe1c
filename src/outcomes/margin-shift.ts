import type { Estimand } from './estimand.ts';
import { oddsFactorToReach } from './population-rates.ts';
import { shiftOdds } from './shift-odds.ts';
import type { Truth, TruthEndpoint } from './truth.ts';

/** A patient's probability moved so that the arm's marginal lies at its margin. */
export type MarginShift = (probability: number) => number;

/**
 * The shift by one constant on the logit scale that takes an arm's marginal from `rate` to `target`. No constant
 * leads from a rate of 0 or 1, or to one, or past patients who are certain; there every patient gets the target.
 *
 * @param estimand whose marginal is meant, where it is not the endpoint's control itself
 * @throws RangeError if the target is no rate in [0, 1], or one that the estimand cannot have
 */
export function createMarginShift(
  truth: Truth,
  endpoint: TruthEndpoint,
  position: number,
  rate: number,
  target: number,
  estimand?: Estimand,
): MarginShift {
  if (!(target >= 0 && target <= 1)) {
    const { label } = endpoint.definition;
    throw new RangeError(
      `the margin puts ${label} in ${truth.arms[position].name} at ${Number(target.toPrecision(4))}, which is no rate`,
    );
  }
  if (rate === 0 || rate === 1 || target === 0 || target === 1) return () => target;
  const factor = oddsFactorToReach(truth, endpoint, position, target, estimand?.through, estimand?.reads);
  if (factor === undefined && estimand)
    throw new RangeError(
      `the margin puts what ${truth.arms[position].name} is compared by at ${Number(target.toPrecision(4))}, where no local control leads`,
    );
  return factor === undefined ? () => target : (probability) => shiftOdds(probability, factor);
}

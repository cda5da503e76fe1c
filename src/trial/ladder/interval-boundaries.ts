/** What the interval design aims at, and which rates it tells from that; all in (0, 1), rising: under, target, over. */
export interface IntervalRates {
  readonly target: number;
  /** The highest rate that is too low: escalation is called for. */
  readonly underRate: number;
  /** The lowest rate that is too high: de-escalation is called for. */
  readonly overRate: number;
}

/** Observed rates at which a level is left. */
export interface IntervalBoundaries {
  /** Escalate at or below this share. */
  readonly escalate: number;
  /** De-escalate at or above this share. */
  readonly deescalate: number;
}

/** Rates that are told from the target unless stated, as shares of it. */
const [UNDER, OVER] = [0.6, 1.4];

/** Rates of an interval design of which only the target need be stated. */
export const intervalRates = (
  target: number,
  underRate = UNDER * target,
  overRate = OVER * target,
): IntervalRates => ({ target, underRate, overRate });

/**
 * Boundaries that make a wrong decision least probable at three rates that are equally likely.
 *
 * @throws RangeError if the rates do not rise within (0, 1)
 * @see Liu & Yuan 2015, J R Stat Soc C 64:507
 */
export function intervalBoundaries({ target, underRate, overRate }: IntervalRates): IntervalBoundaries {
  if (!(underRate > 0 && underRate < target && target < overRate && overRate < 1))
    throw new RangeError(
      `invalid rates: ${underRate}, ${target}, ${overRate} (must rise strictly between 0 and 1)`,
    );
  // λ = ln((1 − p)/(1 − q)) / ln(q(1 − p)/(p(1 − q))) between p < q
  const between = (p: number, q: number): number =>
    Math.log((1 - p) / (1 - q)) / Math.log((q * (1 - p)) / (p * (1 - q)));
  return { escalate: between(underRate, target), deescalate: between(target, overRate) };
}

import { normalCdf } from '../../numeric/normal-cdf.ts';
import { normalQuantile } from '../../numeric/normal-quantile.ts';

/** What is taken for the truth of the patients to come: the estimate so far, the planned effect, no effect beyond the margin. */
export const assumedTrends = ['trend', 'design', 'null'] as const;
export type AssumedTrend = (typeof assumedTrends)[number];

/** What a trial is about to show at its last look. */
export interface FinalLook {
  /** The normal score that the last look must reach. */
  readonly finalZ: number;
  /** Mean of the score at the planned information under the planned effect. */
  readonly drift: number;
}

/** Mean of the rest of the path per unit of information. */
const driftOf = (z: number, fraction: number, drift: number, under: AssumedTrend): number =>
  under === 'trend' ? z / Math.sqrt(fraction) : under === 'design' ? drift : 0;

/**
 * Probability of reaching the last look's bound given the score at an interim look; looks in between are left out.
 *
 * @param z score against the margin, where there is one
 * @param fraction of the planned information, in (0, 1]; at 1 the answer is 0 or 1
 * @throws RangeError if the fraction is outside
 * @see Lan & Wittes 1988, Biometrics 44:579 (the B-value)
 */
export function conditionalPower(
  z: number,
  fraction: number,
  { finalZ, drift }: FinalLook,
  under: AssumedTrend,
): number {
  requireInterim(fraction);
  // CP = Φ((B + θ(1 − t) − c)/√(1 − t)), B = z√t
  const left = 1 - fraction;
  const lead = z * Math.sqrt(fraction) + driftOf(z, fraction, drift, under) * left - finalZ;
  return left === 0 ? Number(lead >= 0) : normalCdf(lead / Math.sqrt(left));
}

/**
 * The score at an interim look at which the conditional power is `power`.
 *
 * @param power in (0, 1)
 * @throws RangeError if the fraction is outside (0, 1]
 */
export function scoreOfConditionalPower(
  power: number,
  fraction: number,
  { finalZ, drift }: FinalLook,
  under: AssumedTrend,
): number {
  requireInterim(fraction);
  const left = 1 - fraction;
  const lead = finalZ + normalQuantile(power) * Math.sqrt(left);
  // Under the trend B + θ(1 − t) is B/t
  if (under === 'trend') return lead * Math.sqrt(fraction);
  return (lead - driftOf(0, fraction, drift, under) * left) / Math.sqrt(fraction);
}

function requireInterim(fraction: number): void {
  if (!(fraction > 0 && fraction <= 1))
    throw new RangeError(`invalid fraction: ${fraction} (must be in (0, 1])`);
}

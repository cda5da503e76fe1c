import { type PopulationRates, populationRates } from '../outcomes/population-rates.ts';
import type { Truth } from '../outcomes/truth.ts';
import { stratumShare, withinStratum } from '../outcomes/within-stratum.ts';
import type { Claim } from '../trial/claims/definition.ts';

/** The patients whom a claim looks at, where they are not all. */
export interface ClaimStratum {
  readonly name: string;
  readonly value: number;
  /** Their share of the arm. */
  readonly share: number;
  /** The truth among them. */
  readonly truth: Truth;
  readonly rates: PopulationRates;
}

/** The strata of the claims that look at one, under a truth. @throws RangeError if nobody is in it */
export function claimStrata(claims: readonly Claim[], truth: Truth): Map<Claim, ClaimStratum> {
  const strata = new Map<Claim, ClaimStratum>();
  for (const claim of claims) {
    const { stratum } = claim;
    if (!stratum) continue;
    const { name, is } = stratum;
    const { value, share } = stratumShare(truth.cohort, stratum);
    if (share === 0) throw new RangeError(`nobody has ${name} ${is}`);
    const within = withinStratum(truth, name, value);
    strata.set(claim, { name, value, share, truth: within, rates: populationRates(within) });
  }
  return strata;
}

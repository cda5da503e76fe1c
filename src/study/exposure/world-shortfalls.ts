import { roundedSlack } from '../../engine/exact-world.ts';
import type { Trial } from '../../scenario/trial.ts';
import type { Claim } from '../../trial/claims/definition.ts';
import { requiredClaims } from '../../trial/design.ts';

/** How far the experimental arm of a world lies on the wrong side; above 0 where it does. */
export interface WorldShortfall {
  /** By claim, below the control: a difference of rates; of a single arm, below what it is held against. */
  readonly below: readonly number[];
  /** By claim, beyond its margin, on the claim's own scale. */
  readonly beyond: readonly number[];
}

/** The claims that success requires: what the schedule is judged by. */
export function judgedClaims({ design }: Pick<Trial, 'design'>): readonly Claim[] {
  return design.claims.slice(0, requiredClaims(design));
}

/**
 * The shortfalls of a world from how far its truth lies inside each claim, and from both arms' rates of each claim's
 * endpoint.
 *
 * @param slacks by claim
 * @param rates by claim, the control's and the experimental arm's
 */
export function worldShortfall(
  claims: readonly Claim[],
  slacks: readonly number[],
  rates: readonly number[],
  arms: number,
): WorldShortfall {
  const beyond = slacks.map((slack) => -roundedSlack(slack));
  const below = claims.map(({ endpoint }, k) => {
    if (arms === 1) return beyond[k];
    const difference = rates[2 * k] - rates[2 * k + 1];
    return roundedSlack(endpoint.eventIsGood ? difference : -difference);
  });
  return { below, beyond };
}

/** Failures more a patient than the control would have, over the claims. */
export const excess = (below: readonly number[]): number =>
  below.reduce((sum, value) => sum + Math.max(0, value), 0);

import { normalQuantile } from '../../numeric/normal-quantile.ts';
import { type Claim, isTimeClaim } from '../../trial/claims/definition.ts';

const CONVENTIONAL = 0.05;

/** Normal score of the one-sided level that a claim states; of 5 % where it states none. */
export function levelScore(claim: Claim): number {
  const alpha = isTimeClaim(claim) ? claim.oneSidedAlpha : (claim.comparison?.oneSidedAlpha ?? CONVENTIONAL);
  return -normalQuantile(alpha);
}

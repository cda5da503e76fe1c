import type { CountClaim, EventCounts } from '../claims/definition.ts';
import type { TwoArmVerdict } from '../exact-two-arm-sequential.ts';
import { createSequentialDecision } from '../group-sequential/sequential-decision.ts';
import { successesOf } from '../successes.ts';
import type { ArmLooks } from './arm-looks.ts';

/**
 * Decides on one arm at the looks of a trial of several: between looks by the claim's test at the one-sided levels that the
 * bounds on its score stand for, at the end by the claim itself.
 *
 * @returns the verdict of a look; undefined where the arm goes on, or shows nothing
 */
export function createArmDecision(
  claim: CountClaim,
  looks: ArmLooks,
): (look: number, counts: EventCounts) => TwoArmVerdict | undefined {
  const { test, margin } = claim.comparison!;
  const between = createSequentialDecision(test, margin, looks);
  const last = looks.fractions.length - 1;
  return (look, counts) => {
    if (look === last) return claim.passes(...counts) ? 'efficacy' : undefined;
    const [, controlSize, , size] = counts;
    if (controlSize === 0 || size === 0) return undefined;
    return between(look, successesOf(claim.endpoint.eventIsGood, ...counts));
  };
}

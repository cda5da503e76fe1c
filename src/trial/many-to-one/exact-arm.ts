import type { CountClaim, EventCounts } from '../claims/definition.ts';
import { type ExactTwoArmSequential, exactTwoArmSequential } from '../exact-two-arm-sequential.ts';
import type { TwoArmCounts } from '../tests/definition.ts';
import { createArmDecision } from './arm-decision.ts';
import type { ArmLooks } from './arm-looks.ts';

/** Counts of successes as counts of events. */
function eventsOf(
  eventIsGood: boolean,
  { controlSuccesses, controlSize, experimentalSuccesses, experimentalSize }: TwoArmCounts,
): EventCounts {
  return eventIsGood
    ? [controlSuccesses, controlSize, experimentalSuccesses, experimentalSize]
    : [
        controlSize - controlSuccesses,
        controlSize,
        experimentalSize - experimentalSuccesses,
        experimentalSize,
      ];
}

/**
 * What becomes of one arm of a trial whose arms leave it at looks, exactly: it hangs on no arm but the control, so that the
 * two of them are a trial of two arms with looks.
 *
 * @param rates of the claim's events, in the control and in the arm of the claim; every patient evaluable
 * @returns by look, the last one being the end
 */
export function exactArm(
  claim: CountClaim,
  looks: ArmLooks,
  rates: readonly [control: number, arm: number],
): ExactTwoArmSequential {
  const { eventIsGood } = claim.endpoint;
  const decide = createArmDecision(claim, looks);
  const success = (rate: number): number => (eventIsGood ? rate : 1 - rate);
  return exactTwoArmSequential(
    {
      sizes: looks.sizes.map((sizes) => [sizes[0], sizes[claim.arm!]] as const),
      decide: (look, counts) => decide(look, eventsOf(eventIsGood, counts)),
    },
    [success(rates[0]), success(rates[1])],
  );
}

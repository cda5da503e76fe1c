import { endpointIndex, type KnownTruth, type Trial } from '../scenario/trial.ts';
import type { CountClaim, EventCounts } from '../trial/claims/definition.ts';
import type { TwoArmVerdict } from '../trial/exact-two-arm-sequential.ts';
import { createArmDecision } from '../trial/many-to-one/arm-decision.ts';
import type { AnalysedCounts } from './analysed-counts.ts';
import type { SimulatedArms } from './patient-times.ts';

/** A look at one of several arms beside their control. */
export interface ArmLook {
  /** Position among the looks; the last one is the end. */
  readonly look: number;
  /** What it counted, as the analysis does. */
  readonly counts: EventCounts;
  /** Undefined where the arm goes on, or ends without showing its claim. */
  readonly verdict: TwoArmVerdict | undefined;
}

/** The looks at one arm in the replicate simulated last, until it leaves; with `atMargin`, as if it were at its margin. */
export type ArmCourse = (atMargin: boolean) => ArmLook[];

/** The course of the arm of a claim, which hangs on no arm but the control. */
export function createArmCourse(
  { design }: Trial,
  { truth }: KnownTruth,
  claim: CountClaim,
  { simulators }: Pick<SimulatedArms, 'simulators'>,
  counts: AnalysedCounts,
): ArmCourse {
  const looks = design.armLooks!;
  const decide = createArmDecision(claim, looks);
  const e = endpointIndex(truth, claim);
  const arm = claim.arm!;
  const counted = (position: number, look: number, atMargin: boolean): [events: number, size: number] => {
    const { outcomes } = simulators[position];
    const patients = looks.sizes[look][position];
    const flags = atMargin ? outcomes.marginEvents[e]! : outcomes.events[e];
    const size = counts.size(counts.evaluable(outcomes, patients), patients);
    return [counts.events(flags, outcomes, patients, e), size];
  };
  return (atMargin) => {
    const held: ArmLook[] = [];
    for (let look = 0; look < looks.fractions.length; look++) {
      const seen: EventCounts = [...counted(0, look, false), ...counted(arm, look, atMargin)];
      const verdict = decide(look, seen);
      held.push({ look, counts: seen, verdict });
      if (verdict) break;
    }
    return held;
  };
}

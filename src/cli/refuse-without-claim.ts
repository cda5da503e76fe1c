import type { Scenario } from '../scenario/scenario-schema.ts';
import { UsageError } from './explain.ts';

/** @throws UsageError if the design makes no claim, so that there is no power to be asked for */
export function refuseWithoutClaim({ design }: Scenario, command: string): void {
  if (design.estimate)
    throw new UsageError(
      `the design aims at an estimate and makes no claim: ${command} asks for the power of a claim; run says how precise the estimate is, and design alpha-beta-precision for other sizes`,
    );
  if (design.escalation)
    throw new UsageError(
      `the design climbs a ladder of doses and makes no claim: ${command} asks for the power of a claim; run says what methods recommend, and design three-plus-three, boin or crm for other rates`,
    );
}

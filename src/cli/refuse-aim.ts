import type { Scenario } from '../scenario/scenario-schema.ts';
import { UsageError } from './explain.ts';

/** @throws UsageError if the design aims at an estimate: it has no claim whose power is asked for */
export function refuseAim({ design }: Scenario, command: string): void {
  if (design.estimate)
    throw new UsageError(
      `the design aims at an estimate and makes no claim: ${command} asks for the power of a claim; run says how precise the estimate is, and design alpha-beta-precision for other sizes`,
    );
}

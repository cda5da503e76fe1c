import type { Scenario } from '../scenario/scenario-schema.ts';
import { UsageError } from './explain.ts';

/** @throws UsageError if the design compares several arms with one control, which a command cannot answer for */
export function refuseComparisons({ design }: Scenario, command: string): void {
  if (design.comparisons)
    throw new UsageError(
      `the design compares several arms with one control, which ${command} does not look at yet: run says what it does, and a scenario of one of the comparisons has two arms`,
    );
}

import type { TruthSpec } from '../outcomes/truth-schema.ts';
import { idleTreatments } from './check-dose.ts';
import { blocksOf } from './check-scenario.ts';
import { timeWarnings } from './check-times.ts';
import { offMedian } from './check-uncertainty.ts';
import { idleCorrelations, unreadCharacteristics } from './idle-cohort.ts';
import { unorderedLevels } from './ladder-order.ts';
import { limitedDraws } from './limited-draws.ts';
import type { Scenario } from './scenario-schema.ts';

/** What is not wrong with a scenario, but worth saying. */
export function scenarioWarnings(scenario: Scenario, truths: readonly TruthSpec[]): string[] {
  const blocks = truths.flatMap(blocksOf).map(([, block]) => block);
  return [
    ...limitedDraws(scenario),
    ...unreadCharacteristics(scenario, truths).map((name) => `no model reads the characteristic ${name}`),
    ...idleTreatments(scenario, blocks),
    ...idleCorrelations(scenario),
    ...offMedian(scenario),
    ...timeWarnings(scenario),
    ...unorderedLevels(scenario),
  ];
}

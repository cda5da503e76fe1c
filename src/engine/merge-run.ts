import type { Scenario } from '../scenario/scenario-schema.ts';
import type { AimResult } from './aim-result.ts';
import type { BatchResult } from './batch-result.ts';
import { mergeResults } from './merge.ts';
import { mergeAim } from './merge-aim.ts';
import type { RunResult } from './result.ts';

/** The result of a run, of claims or of an aim, from the results of its batches in the order of the plan. */
export function mergeRun(
  scenario: Scenario,
  results: readonly BatchResult[],
  warnings: readonly string[],
): Promise<RunResult | AimResult> {
  return scenario.design.estimate
    ? mergeAim(scenario, results, warnings)
    : mergeResults(scenario, results, warnings);
}

import type { AnyResult } from '../engine/any-result.ts';
import type { BatchResult } from '../engine/batch-result.ts';
import { type Batch, planBatches } from '../engine/plan.ts';
import { planStages } from '../engine/plan-stages.ts';
import { createRunFold } from '../engine/run-fold.ts';
import type { LiveScenario } from '../scenario/read-scenario.ts';
import type { Scenario } from '../scenario/scenario-schema.ts';

/**
 * Runs batches of one scenario in any order and hands over what each gave.
 *
 * @throws Error where a batch cannot be run; Superseded where another run was begun
 */
export type RunBatches = (
  scenario: Scenario,
  batches: readonly Batch[],
  onResult: (batch: Batch, result: BatchResult) => void,
) => Promise<void>;

/** What a run has come to so far. */
export interface Stage {
  /** Of the stage's replicates and worlds; in the last one that of the whole scenario, to the byte. */
  readonly result: AnyResult;
  readonly isLast: boolean;
}

/** What is told while a run is refined. */
export interface RefineEvents {
  onStage(stage: Stage): void;
  /** @param share of the batches of the whole run, in [0, 1] */
  onProgress(share: number): void;
}

const keyOf = (batch: Batch): string => JSON.stringify(batch);

/**
 * Runs a scenario in stages, each adding to what the ones before it simulated.
 *
 * @param runBatches runs the batches of the stage at a position
 */
export async function refine(
  { trial, warnings }: LiveScenario,
  runBatches: (stage: number) => RunBatches,
  { onStage, onProgress }: RefineEvents,
): Promise<void> {
  const kept = new Map<string, BatchResult>();
  const stages = planStages(trial.scenario);
  const total = planBatches(trial.scenario).length;
  for (const [at, scenario] of stages.entries()) {
    const batches = planBatches(scenario);
    const missing = batches.filter((batch) => !kept.has(keyOf(batch)));
    await runBatches(at)(trial.scenario, missing, (batch, result) => {
      kept.set(keyOf(batch), result);
      onProgress(Math.min(1, kept.size / total));
    });
    const fold = createRunFold({ ...trial, scenario }, warnings);
    for (const batch of batches) fold.add(batch, kept.get(keyOf(batch))!);
    onStage({ result: await fold.result(), isLast: at === stages.length - 1 });
  }
}

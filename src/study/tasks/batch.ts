import type { BatchResult } from '../../engine/batch-result.ts';
import type { Batch } from '../../engine/plan.ts';
import { createBatchRunner } from '../../engine/run-batch.ts';
import type { Scenario } from '../../scenario/scenario-schema.ts';
import { createScenarioMemory } from '../scenario-memory.ts';
import { defineTask } from './definition.ts';

const runnerOf = createScenarioMemory(createBatchRunner);

export const batch = defineTask({
  summary: 'one batch of a scenario, as a run does it',
  run: ({ scenario, batch: piece }: { scenario: Scenario; batch: Batch }, onPiece): BatchResult =>
    runnerOf(scenario)(piece, onPiece),
});

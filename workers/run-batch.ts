import { deserialize } from 'node:v8';
import type { BatchMessage } from '../src/engine/batch-message.ts';
import type { BatchResult } from '../src/engine/batch-result.ts';
import { createBatchRunner } from '../src/engine/run-batch.ts';
import type { Scenario } from '../src/scenario/scenario-schema.ts';

let runBatch: ReturnType<typeof createBatchRunner> | undefined;

/** Runs one batch in this thread; all its batches are of one scenario. */
export default ({ scenario, batch }: BatchMessage): BatchResult => {
  runBatch ??= createBatchRunner(deserialize(Buffer.from(scenario)) as Scenario);
  return runBatch(batch);
};

import { deserialize } from 'node:v8';
import type { BatchMessage } from '../src/engine/batch-message.ts';
import { createColumnStore } from '../src/engine/column-store.ts';
import { createBatchRunner } from '../src/engine/run-batch.ts';
import { pack } from '../src/node/pack.ts';
import type { Scenario } from '../src/scenario/scenario-schema.ts';

let runBatch: ReturnType<typeof createBatchRunner> | undefined;

/** Runs one batch in this thread and packs its result; all its batches are of one scenario. */
export default ({ scenario, batch, room }: BatchMessage): Uint8Array => {
  runBatch ??= createBatchRunner(deserialize(Buffer.from(scenario)) as Scenario, createColumnStore());
  return pack(runBatch(batch), room);
};

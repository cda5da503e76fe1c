import { deserialize } from 'node:v8';
import type { BatchMessage } from '../src/engine/batch-message.ts';
import { createColumnStore } from '../src/engine/column-store.ts';
import { createBatchRunner, type RunBatch } from '../src/engine/run-batch.ts';
import { pack } from '../src/node/pack.ts';
import { takeUp } from '../src/node/pulse.ts';
import type { Scenario } from '../src/scenario/scenario-schema.ts';

let runBatch: RunBatch | undefined;

/** Runs one batch in this thread and packs its result; all its batches are of one scenario. */
export default ({ scenario, batch, room, pulse }: BatchMessage): Uint8Array => {
  const onPiece = takeUp(pulse);
  runBatch ??= createBatchRunner(deserialize(Buffer.from(scenario)) as Scenario, createColumnStore());
  return pack(runBatch(batch, onPiece), room);
};

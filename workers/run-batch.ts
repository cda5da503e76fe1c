import { workerData } from 'node:worker_threads';
import type { BatchResult } from '../src/engine/batch-result.ts';
import type { Batch } from '../src/engine/plan.ts';
import { createBatchRunner } from '../src/engine/run-batch.ts';
import type { Scenario } from '../src/scenario/scenario-schema.ts';

// piscina passes its own data beside ours: [port, data]
const { scenario } = (Array.isArray(workerData) ? workerData[1] : workerData) as { scenario: Scenario };
const runBatch = createBatchRunner(scenario);

/** Runs one batch in this thread; the scenario came with the thread. */
export default (batch: Batch): BatchResult => runBatch(batch);

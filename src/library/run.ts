import { setImmediate } from 'node:timers/promises';
import type { AnyResult } from '../engine/any-result.ts';
import { batchWeights } from '../engine/batch-weight.ts';
import { createColumnStore } from '../engine/column-store.ts';
import { type Batch, planBatches } from '../engine/plan.ts';
import { createBatchRunner } from '../engine/run-batch.ts';
import { createRunFold } from '../engine/run-fold.ts';
import { foldInMemory } from '../node/fold-in-memory.ts';
import { MOST_WORKERS } from '../node/most-workers.ts';
import { ThreadFailure } from '../node/thread-failure.ts';
import { defaultWorkers, openBatchThreads } from '../node/thread-pool.ts';
import { shownValue } from '../numeric/shown-value.ts';
import { isImpossibleWorld } from '../scenario/impossible-world.ts';
import type { Scenario } from '../scenario/scenario-schema.ts';
import { readLive, type ScenarioOptions } from './read-scenario.ts';
import { requireOptions } from './require-options.ts';

/** How {@link run} is carried out. Of these, only what {@link ScenarioOptions} names changes the result. */
export interface RunOptions extends ScenarioOptions {
  /** Threads; one a core unless given, 0 to stay in the calling thread, at most 512. */
  readonly workers?: number;
  /** Told the share of the work that is done, in [0, 1], after each piece of it. */
  readonly onProgress?: (share: number) => void;
  /** Aborting it ends the run, which then rejects with its reason. */
  readonly signal?: AbortSignal;
}

const OPTIONS = ['file', 'set', 'seed', 'replicates', 'worlds', 'workers', 'onProgress', 'signal'];

/**
 * Simulates a scenario and resolves to what `isoeffect run` writes as `result.json`, the same to the byte once written as
 * `JSON.stringify(result, null, 1)` and a line break. Nothing is written.
 *
 * Probabilities are in [0, 1]; a simulated one has its Monte Carlo standard error `mcse`, and `exact` beside it where
 * enumeration or quadrature reaches it.
 *
 * @param scenario the text of a scenario file, or what it would hold as an object
 * @returns of claims, of an aim, or of dose escalation: see {@link isClaimsResult} and its siblings
 * @throws ScenarioError with every problem of the scenario at once; RangeError for a wrong option, or for draws of the
 * uncertainty under which no truth can be; the signal's reason when aborted
 * @example
 * ```ts
 * import { isClaimsResult, readShipped, run } from 'isoeffect';
 *
 * const result = await run(readShipped('quick-start'), { replicates: 200, set: { 'design.perArm': 120 } });
 * if (isClaimsResult(result)) {
 *   const { power } = result.truths[0].operatingCharacteristics;
 *   console.log(power.estimate >= 0 && power.mcse > 0); // true
 *   console.log(result.arms.map(({ name, n }) => `${name} ${n}`).join(', ')); // control 120, experimental 120
 * }
 * ```
 */
export async function run(scenario: string | object, options: RunOptions = {}): Promise<AnyResult> {
  requireOptions(options, OPTIONS);
  const { workers = defaultWorkers(), onProgress, signal } = options;
  checkRunOptions(workers, onProgress, signal);
  signal?.throwIfAborted();
  const { trial, warnings } = readLive(scenario, options);
  const batches = planBatches(trial.scenario);
  const fold = createRunFold(trial, warnings);
  const work: Work = {
    scenario: trial.scenario,
    batches,
    add: fold.add,
    onDone: progressOf(batches, trial.scenario, onProgress),
    signal,
  };
  try {
    await (workers === 0 ? runHere(work) : runInThreads(work, Math.min(workers, batches.length)));
    signal?.throwIfAborted();
  } catch (error) {
    signal?.throwIfAborted();
    throw reasonOf(error);
  }
  return fold.result();
}

/** @throws RangeError for a wrong option */
function checkRunOptions(
  workers: number,
  onProgress: RunOptions['onProgress'],
  signal: RunOptions['signal'],
): void {
  const refuse = (name: string, value: unknown, must: string): never => {
    throw new RangeError(`invalid ${name}: ${shownValue(value)} (must be ${must})`);
  };
  if (!Number.isSafeInteger(workers) || workers < 0) refuse('workers', workers, 'a whole number >= 0');
  if (workers > MOST_WORKERS) refuse('workers', workers, `at most ${MOST_WORKERS}`);
  if (onProgress !== undefined && typeof onProgress !== 'function')
    refuse('onProgress', onProgress, 'a function');
  if (signal !== undefined && typeof signal?.throwIfAborted !== 'function')
    refuse('signal', signal, 'an AbortSignal');
}

/** What is to be run, and who is told. */
interface Work {
  readonly scenario: Scenario;
  readonly batches: readonly Batch[];
  readonly add: ReturnType<typeof createRunFold>['add'];
  readonly onDone: (index: number) => void;
  readonly signal: AbortSignal | undefined;
}

async function runHere({ scenario, batches, add, onDone, signal }: Work): Promise<void> {
  const runBatch = createBatchRunner(scenario, createColumnStore());
  for (const [index, batch] of batches.entries()) {
    // Between two batches others have their turn
    await setImmediate();
    signal?.throwIfAborted();
    add(batch, runBatch(batch));
    onDone(index);
  }
}

async function runInThreads(
  { scenario, batches, add, onDone, signal }: Work,
  workers: number,
): Promise<void> {
  const threads = openBatchThreads(workers);
  signal?.addEventListener('abort', threads.stop, { once: true });
  const take = foldInMemory(batches, { add });
  const onResult = (index: number, packed: Uint8Array): void => {
    take(index, packed);
    onDone(index);
  };
  try {
    await threads.run(scenario, batches, [...batches.keys()], { onResult });
  } finally {
    signal?.removeEventListener('abort', threads.stop);
    await threads.close();
  }
}

/** Turns indices of batches that are done into shares of the work. */
function progressOf(
  batches: readonly Batch[],
  scenario: Scenario,
  onProgress: RunOptions['onProgress'],
): (index: number) => void {
  if (!onProgress) return () => undefined;
  const weights = batchWeights(batches, scenario);
  const all = weights.reduce((a, b) => a + b, 0);
  let done = 0;
  return (index) => {
    done += weights[index];
    onProgress(done / all);
  };
}

/** What went wrong, without the thread that it went wrong in. */
function reasonOf(error: unknown): unknown {
  const cause = error instanceof ThreadFailure ? error.cause : error;
  return isImpossibleWorld(cause) ? new RangeError(`${cause.message}; narrow the laws with within`) : cause;
}

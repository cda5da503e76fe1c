import { createHeader } from '../node/batch-header.ts';
import { checkpointFile, clearCheckpoint } from '../node/checkpoint.ts';
import { prepareFolder } from '../node/output-folder.ts';
import type { BatchThreads } from '../node/thread-pool.ts';
import { priorRun } from './prior-run.ts';
import { readRun } from './read-run.ts';
import { refuseIfHuge } from './refuse-if-huge.ts';
import type { RunOptions } from './run-options.ts';
import { type RunOutcome, runScenario } from './run-scenario.ts';
import { sayingWhatIsLeft } from './saying-what-is-left.ts';
import { leaveAsItIs, printAnswer, writeRun } from './write-run.ts';

/** Bytes up to which the batches of a finished run are kept without being asked for, so that it can be extended. */
const KEPT_BYTES_UNASKED = 100e6;

/**
 * `isoeffect run`: reads, checks, simulates, writes, and prints the answer.
 *
 * @param workers number of the threads
 */
export async function runAndWrite(
  given: string,
  options: RunOptions,
  threads: BatchThreads,
  workers: number,
): Promise<void> {
  const { scenario, warnings, trial, folder, commands } = readRun(given, options);
  const header = await createHeader(scenario, warnings);
  const prior = options.resume ? await priorRun(folder, header) : 'nothing';
  if (prior === 'all') return leaveAsItIs(folder, options);
  refuseIfHuge(scenario, workers, options.yes ?? false);
  prepareFolder(folder);
  if (prior !== 'batches') clearCheckpoint(folder);
  if (prior === 'fewer')
    console.error(
      `${folder} holds this run with fewer replicates or worlds, but not its batches: all are run again`,
    );
  for (const warning of warnings) console.error(`warning: ${warning}`);
  const started = new Date();
  const outcome = await runScenario(trial, { folder, header, threads, commands });
  const { result, batches, rows, checkpoint, kept } = outcome;
  const record = () => ({
    scenario: given,
    started: started.toISOString(),
    seconds: (Date.now() - started.getTime()) / 1000,
    workers,
    batchesKept: kept,
  });
  const run = { trial, result, batches, rows, read: checkpoint.read };
  const left = `all ${batches.length} batches are kept in ${checkpointFile(folder)}; go on with: ${commands.goOn}`;
  await sayingWhatIsLeft(left, () => writeRun(folder, run, record, options));
  finishCheckpoint(folder, outcome, options);
  for (const warning of result.warnings)
    if (!warnings.includes(warning)) console.error(`warning: ${warning}`);
  printAnswer(folder, result, options);
}

/** Closes what a finished run keeps of its batches, or forgets it where that is large. */
function finishCheckpoint(folder: string, { checkpoint }: RunOutcome, { keepBatches }: RunOptions): void {
  const bytes = checkpoint.size();
  checkpoint.close();
  if (keepBatches ?? bytes <= KEPT_BYTES_UNASKED) return;
  clearCheckpoint(folder);
  if (keepBatches === undefined)
    console.error(
      `the batches (${(bytes / 1e6).toFixed(0)} MB) are not kept, so that an extension of this run will run them again; --keep-batches keeps them`,
    );
}

import type { AnyResult } from '../engine/any-result.ts';
import { createRunFold } from '../engine/run-fold.ts';
import { clearCheckpoint } from '../node/checkpoint.ts';
import { prepareFolder } from '../node/output-folder.ts';
import { createShardReader } from '../node/shard-reader.ts';
import { ScenarioError } from '../scenario/scenario-error.ts';
import { findShards } from './find-shards.ts';
import { startProgress } from './progress.ts';
import { quoteArgument } from './quote-argument.ts';
import type { MergeOptions } from './run-options.ts';
import { sayingWhatIsLeft } from './saying-what-is-left.ts';
import { shownPath } from './shown-path.ts';
import { printAnswer, writeRun } from './write-run.ts';

/**
 * `isoeffect merge`: folds the batches of all shards in a folder, and writes what a run of the whole would have written.
 *
 * @throws ScenarioError naming what is wrong with the shards, before anything is written
 */
export async function mergeAndWrite(folder: string, options: MergeOptions): Promise<void> {
  const started = new Date();
  const { trial, warnings, batches, files } = await findShards(folder);
  const out = options.out ?? folder;
  const read = createShardReader(batches, files);
  const fold = createRunFold(trial, warnings);
  const progress = startProgress(batches.length, 0, 'batches');
  let result: AnyResult;
  try {
    for (const [index, batch] of batches.entries()) {
      fold.add(batch, read(index));
      progress.advance(1);
    }
    result = await fold.result();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new ScenarioError([{ where: folder, message: `its shards cannot be put together: ${why}` }]);
  } finally {
    progress.stop();
  }
  prepareFolder(out);
  const record = () => ({
    merged: folder,
    shards: files.length,
    started: started.toISOString(),
    seconds: (Date.now() - started.getTime()) / 1000,
  });
  const run = { trial, result, batches, rows: fold.rows(), read };
  const again = process.argv.slice(process.argv.indexOf('merge')).map(quoteArgument).join(' ');
  const left = `the shards in ${shownPath(folder)} are as they were; once more with: isoeffect ${again}`;
  await sayingWhatIsLeft(left, () => writeRun(out, run, record, options));
  // What may be kept there is of another run than the result
  clearCheckpoint(out);
  for (const warning of result.warnings) console.error(`warning: ${warning}`);
  printAnswer(out, result, options);
}

import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Shard } from '../engine/deal-shards.ts';
import { planBatches } from '../engine/plan.ts';
import { shardIndices } from '../engine/shard-indices.ts';
import { scanBatchFile } from '../node/batch-file.ts';
import { type BatchHeader, createHeader } from '../node/batch-header.ts';
import { openCheckpoint } from '../node/checkpoint.ts';
import { prepareFolder } from '../node/output-folder.ts';
import { listShardFiles, shardFile, shardOfName, UNFINISHED } from '../node/shard-file.ts';
import type { BatchThreads } from '../node/thread-pool.ts';
import { UsageError } from './explain.ts';
import { quoteArgument } from './quote-argument.ts';
import { readRun } from './read-run.ts';
import { refuseIfHuge } from './refuse-if-huge.ts';
import { refuseOtherRun } from './refuse-other-run.ts';
import { runBatches } from './run-batches.ts';
import type { RunOptions } from './run-options.ts';
import { shownPath } from './shown-path.ts';
import { writeRunScenario } from './write-run.ts';

/** What a shard is run with. */
type ShardOptions = RunOptions & { readonly shard: Shard };

/**
 * `isoeffect run --shard i/n`: runs one of n parts of the batches, and keeps them in a file of the folder for `merge`.
 *
 * @param workers number of the threads
 */
export async function runShard(
  given: string,
  options: ShardOptions,
  threads: BatchThreads,
  workers: number,
): Promise<void> {
  const { scenario, warnings, folder, commands } = readRun(given, options);
  const { shard } = options;
  const header = await createHeader(scenario, warnings, shard);
  const batches = planBatches(scenario);
  const indices = shardIndices(batches, scenario, shard.count)[shard.index - 1];
  const path = join(folder, shardFile(shard));
  const unfinished = `${path}${UNFINISHED}`;
  refuseOtherCount(folder, shard);
  if (options.resume && (await isFinished(path, header, indices.length))) {
    console.error(`${shownPath(path)} holds the finished shard already`);
    sayHowToMerge(path, folder, indices.length, batches.length, options);
    return;
  }
  refuseIfHuge(scenario, workers, options.yes ?? false, shard.count);
  prepareFolder(folder);
  if (!options.resume) for (const file of [path, unfinished]) rmSync(file, { force: true });
  for (const warning of warnings) console.error(`warning: ${warning}`);
  // All shards write the same, each under a name of its own
  writeRunScenario(folder, scenario, `scenario.yaml.${shardFile(shard)}${UNFINISHED}`);
  const checkpoint = openCheckpoint(unfinished, header, batches);
  const where = shownPath(unfinished);
  const start = () => checkpoint.save;
  await runBatches({ scenario, batches, indices, checkpoint, start, threads, where, commands });
  checkpoint.close();
  renameSync(unfinished, path);
  sayHowToMerge(path, folder, indices.length, batches.length, options);
}

/** A run in a folder is divided one way only. */
function refuseOtherCount(folder: string, { index, count }: Shard): void {
  const names = existsSync(folder) ? listShardFiles(folder) : [];
  const other = names.find((name) => (shardOfName(name)?.count ?? count) !== count);
  if (other !== undefined)
    throw new UsageError(
      `${shownPath(folder, other)} is of a run that is divided otherwise than into ${count}, as shard ${index} of ${count} is: give another --out, or remove it`,
    );
}

/**
 * Whether the file of a shard is there and whole; one that is not, is made one to go on with.
 *
 * @throws UsageError if there is a file of another run
 */
async function isFinished(path: string, header: BatchHeader, count: number): Promise<boolean> {
  const unfinished = `${path}${UNFINISHED}`;
  for (const file of [path, unfinished].filter(existsSync)) await refuseOtherRun(file, header, false);
  if (!existsSync(path)) return false;
  if (scanBatchFile(path).places.size === count) return true;
  if (existsSync(unfinished)) rmSync(path);
  else renameSync(path, unfinished);
  return false;
}

function sayHowToMerge(
  path: string,
  folder: string,
  batches: number,
  all: number,
  { shard: { index, count }, json }: ShardOptions,
): void {
  const file = shownPath(path);
  const merge = `isoeffect merge ${quoteArgument(folder)}`;
  if (json) {
    process.stdout.write(`${JSON.stringify({ shard: index, of: count, batches, file, merge }, null, 1)}\n`);
    return;
  }
  console.log(`Shard ${index} of ${count}: ${batches} of ${all} batches, in ${file}`);
  console.log(`Once all ${count} are there: ${merge}`);
}

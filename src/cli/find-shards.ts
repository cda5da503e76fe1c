import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Batch, planBatches } from '../engine/plan.ts';
import { shardIndices } from '../engine/shard-indices.ts';
import { VERSION } from '../engine/version.ts';
import { scanBatchFile } from '../node/batch-file.ts';
import { type BatchHeader, headerDifference } from '../node/batch-header.ts';
import { listShardFiles } from '../node/shard-file.ts';
import type { ShardScan } from '../node/shard-reader.ts';
import { readScenario } from '../scenario/read-scenario.ts';
import { type Problem, ScenarioError } from '../scenario/scenario-error.ts';
import type { Trial } from '../scenario/trial.ts';
import { scenarioHash, writeScenario } from '../scenario/write-scenario.ts';
import { UsageError } from './explain.ts';
import { shardProblems } from './shard-problems.ts';

/** All shards of a run. */
export interface FoundShards {
  readonly trial: Trial;
  readonly warnings: readonly string[];
  readonly batches: readonly Batch[];
  readonly files: readonly ShardScan[];
}

/**
 * Finds the shards of a run in a folder and makes sure that each batch of it is there once.
 *
 * @throws ScenarioError naming every shard that is missing, there twice, foreign, unfinished or torn
 * @throws UsageError if there are none
 */
export async function findShards(folder: string): Promise<FoundShards> {
  const names = existsSync(folder) && statSync(folder).isDirectory() ? listShardFiles(folder) : [];
  if (names.length === 0)
    throw new UsageError(
      `${folder}: holds no shards, which isoeffect run <scenario> --shard i/n --out ${folder} writes`,
    );
  const problems: Problem[] = [];
  const scans = names.flatMap((name) => scanOrSay(folder, name, problems));
  const reference = mostCommon(scans);
  if (!reference) throw new ScenarioError([...problems, ...scans.map(sayForeign)]);
  const ours: ShardScan[] = [];
  for (const file of scans) {
    const difference = await differenceOf(file.scan.header, reference);
    if (difference) problems.push({ where: file.path, message: `is foreign: ${difference}` });
    else ours.push(file);
  }
  const trial = await trialOf(reference, ours[0].path);
  const batches = planBatches(trial.scenario);
  const indices = shardIndices(batches, trial.scenario, reference.shard!.count);
  problems.push(...shardProblems({ folder, trial, batches, indices, files: ours }));
  if (problems.length > 0) throw new ScenarioError(problems);
  // Where a shard was run from the resolved scenario, it was not told what had been left out of that
  const warnings = ours
    .map(({ scan }) => scan.header.warnings)
    .reduce((most, some) => (some.length > most.length ? some : most));
  return { trial, warnings, batches, files: ours };
}

function scanOrSay(folder: string, name: string, problems: Problem[]): ShardScan[] {
  const path = join(folder, name);
  try {
    return [{ name, path, scan: scanBatchFile(path) }];
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    problems.push(...error.problems);
    return [];
  }
}

/** The run that most files are shards of, by this version; of several such, that of the first file. */
function mostCommon(files: readonly ShardScan[]): BatchHeader | undefined {
  const groups = new Map<string, BatchHeader[]>();
  for (const { scan } of files.filter(isOfThisVersion)) {
    const { sha256, shard } = scan.header;
    const key = `${sha256} ${shard!.count}`;
    groups.set(key, [...(groups.get(key) ?? []), scan.header]);
  }
  const [most] = [...groups.values()].sort((a, b) => b.length - a.length);
  return most?.[0];
}

const isOfThisVersion = ({ scan: { header } }: ShardScan): boolean =>
  header.isoeffect === VERSION && header.shard !== undefined;

/** What is wrong with a file where none is of this version. */
const sayForeign = ({ path, scan: { header } }: ShardScan): Problem => ({
  where: path,
  message:
    header.shard === undefined
      ? 'is foreign: it is of a whole run'
      : `is foreign: it was written by isoeffect ${header.isoeffect}, and this is ${VERSION}`,
});

async function differenceOf(header: BatchHeader, reference: BatchHeader): Promise<string | undefined> {
  if (!header.shard) return 'it is of a whole run';
  const difference = await headerDifference(header, reference, false);
  if (difference) return `it ${difference}`;
  return header.shard.count === reference.shard!.count
    ? undefined
    : `it is of a run divided into ${header.shard.count}, not ${reference.shard!.count}`;
}

/** Reads the scenario of a header as a file is read: what lies on a disk may have been changed. */
async function trialOf({ scenario, sha256 }: BatchHeader, path: string): Promise<Trial> {
  const { trial } = readScenario(writeScenario(scenario, path), path);
  if ((await scenarioHash(trial.scenario)) !== sha256)
    throw new ScenarioError([{ where: path, message: 'holds a scenario that has been changed' }]);
  return trial;
}

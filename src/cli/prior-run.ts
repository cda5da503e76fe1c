import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withNumbers } from '../engine/batches-hash.ts';
import type { RunResult } from '../engine/result.ts';
import { VERSION } from '../engine/version.ts';
import type { BatchHeader } from '../node/batch-header.ts';
import { checkpointFile } from '../node/checkpoint.ts';
import { scenarioHash } from '../scenario/write-scenario.ts';
import { UsageError } from './explain.ts';
import { OTHERWISE, refuseOtherRun } from './refuse-other-run.ts';

/** What a folder holds of a run: nothing, batches that are kept, a finished one with fewer replicates or worlds, all of it. */
export type PriorRun = 'nothing' | 'batches' | 'fewer' | 'all';

/** What of `result.json` tells which run it is of. */
type ResultHead = Pick<RunResult, 'isoeffect' | 'seed' | 'scenario' | 'replicates' | 'worlds'>;

/**
 * What a folder holds of a run that is to be resumed.
 *
 * @throws UsageError if it holds another run, or a finished one with more replicates or worlds, saying what differs
 */
export async function priorRun(folder: string, header: BatchHeader): Promise<PriorRun> {
  const result = readResultHead(folder);
  if (result?.isoeffect === VERSION && result.scenario.sha256 === header.sha256) return 'all';
  const file = checkpointFile(folder);
  const isKept = existsSync(file);
  if (isKept) await refuseOtherRun(file, header, true);
  if (!result) return isKept ? 'batches' : 'nothing';
  const difference = await resultDifference(result, header);
  // What a run leaves behind that another one was started over
  if (isKept && difference) return 'batches';
  const path = join(folder, 'result.json');
  if (difference) throw new UsageError(`${path} ${difference}: ${OTHERWISE}`);
  const { replicates, worlds } = header.scenario.simulation;
  if (replicates < result.replicates || worlds! < result.worlds)
    throw new UsageError(
      `${path} has ${result.replicates} replicates and ${result.worlds} worlds, and this run ${replicates} and ${worlds}: a finished run only grows; ${OTHERWISE}`,
    );
  return isKept ? 'batches' : 'fewer';
}

/** Undefined where there is no result, or none that can be read: it is no obstacle to a new one. */
function readResultHead(folder: string): ResultHead | undefined {
  try {
    const head = JSON.parse(readFileSync(join(folder, 'result.json'), 'utf8')) as ResultHead;
    return typeof head?.scenario?.sha256 === 'string' ? head : undefined;
  } catch {
    return undefined;
  }
}

/** How the run of a result differs otherwise than in its numbers, as far as a result tells. */
async function resultDifference(result: ResultHead, { seed, scenario }: BatchHeader) {
  if (result.isoeffect !== VERSION)
    return `was written by isoeffect ${result.isoeffect}, and this is ${VERSION}`;
  if (result.seed !== seed) return `has the seed ${JSON.stringify(result.seed)}, not ${JSON.stringify(seed)}`;
  const same = await scenarioHash(withNumbers(scenario, result.replicates, result.worlds));
  return same === result.scenario.sha256 ? undefined : 'is of another scenario';
}

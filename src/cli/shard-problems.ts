import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { batchAddress } from '../engine/batch-address.ts';
import type { Batch } from '../engine/plan.ts';
import { damageOf } from '../node/batch-file.ts';
import { recordKey } from '../node/batch-record.ts';
import { shardFile, UNFINISHED } from '../node/shard-file.ts';
import type { ShardScan } from '../node/shard-reader.ts';
import type { Problem } from '../scenario/scenario-error.ts';
import type { Trial } from '../scenario/trial.ts';
import { quoteArgument } from './quote-argument.ts';

/** Files of the shards of one run, and what they are to hold. */
export interface ShardsToCheck {
  readonly folder: string;
  readonly trial: Trial;
  /** The plan. */
  readonly batches: readonly Batch[];
  /** Of each shard, those of its batches. */
  readonly indices: readonly (readonly number[])[];
  readonly files: readonly ShardScan[];
}

/** Addresses that are given of batches that are missing. */
const SHOWN_ADDRESSES = 3;

/** Shards that are missing, of which each gets a line of its own. */
const MOST_LINES = 50;

/** What keeps shards from being merged: each that is missing, there twice, unfinished, torn or foreign, and what to do. */
export function shardProblems(check: ShardsToCheck): Problem[] {
  const count = check.indices.length;
  const byShard = check.indices.map((): ShardScan[] => []);
  for (const file of check.files) byShard[file.scan.header.shard!.index - 1].push(file);
  const missing = [...byShard.keys()].filter((at) => byShard[at].length === 0);
  const told = new Set(missing.slice(0, MOST_LINES));
  const ofShards = byShard.flatMap((files, at): Problem[] => {
    if (files.length === 0) return told.has(at) ? [sayMissing(check, at)] : [];
    if (files.length === 1) return sayIncomplete(check, at, files[0]);
    const names = files.map(({ name }) => name).join(', ');
    return [
      {
        where: files[1].path,
        message: `shard ${at + 1} of ${count} is there ${files.length} times (${names}): remove all but one`,
      },
    ];
  });
  const rest = missing.slice(MOST_LINES).map((at) => at + 1);
  if (rest.length > 0)
    ofShards.push({
      where: check.folder,
      message: `${rest.length} more shards of ${count} are missing: ${inRanges(rest)}`,
    });
  return ofShards;
}

/** Ascending whole numbers as job schedulers take them: 3,5-8. */
function inRanges(numbers: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(',');
}

function sayMissing(check: ShardsToCheck, at: number): Problem {
  const shard = { index: at + 1, count: check.indices.length };
  return {
    where: join(check.folder, shardFile(shard)),
    message: `shard ${shard.index} of ${shard.count} is missing: ${addresses(check, check.indices[at])}; run it: ${command(check, at)}`,
  };
}

function sayIncomplete(check: ShardsToCheck, at: number, { name, path, scan }: ShardScan): Problem[] {
  const indices = check.indices[at];
  const own = new Set(indices.map((index) => recordKey(check.batches[index])));
  const foreign = [...scan.places.keys()].filter((key) => !own.has(key)).length;
  if (foreign > 0)
    return [{ where: path, message: `is foreign: it holds ${foreign} batches of no such shard` }];
  const missing = indices.filter((index) => !scan.places.has(recordKey(check.batches[index])));
  const isUnfinished = name.endsWith(UNFINISHED);
  if (missing.length === 0 && !isUnfinished) return [];
  const damage = damageOf(scan);
  const what = isUnfinished ? 'is unfinished' : 'is torn';
  const why = damage ? ` (${damage})` : '';
  const lacks = missing.length > 0 ? `, without ${addresses(check, missing)}` : '';
  return [
    {
      where: path,
      message: `${what}${why}: it holds ${scan.places.size} of ${indices.length} batches${lacks}; go on with: ${command(check, at)} --resume`,
    },
  ];
}

/** How many batches, and where some of them lie. */
function addresses({ batches, trial }: ShardsToCheck, indices: readonly number[]): string {
  const some = indices
    .slice(0, SHOWN_ADDRESSES)
    .map((index) => batchAddress(batches[index], trial.truthNames));
  const more = indices.length - some.length;
  const shown = [...some, ...(more > 0 ? [`${more} more`] : [])].join('; ');
  const number = `${indices.length} ${indices.length === 1 ? 'batch' : 'batches'}`;
  return indices.length > 0 ? `${number} (${shown})` : number;
}

/** The command that runs a shard: from the scenario as it was resolved, where that lies beside the shards. */
function command({ folder, indices }: ShardsToCheck, at: number): string {
  const resolved = join(folder, 'scenario.yaml');
  const scenario = existsSync(resolved) ? quoteArgument(resolved) : '<scenario>';
  return `isoeffect run ${scenario} --shard ${at + 1}/${indices.length} --out ${quoteArgument(folder)}`;
}

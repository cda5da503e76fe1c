import { readdirSync } from 'node:fs';
import type { Shard } from '../engine/deal-shards.ts';

/** What the name of a shard's file ends with until it is whole. */
export const UNFINISHED = '.part';

/** Name of the file that holds the batches of a shard. */
export const shardFile = ({ index, count }: Shard): string => `shard-${index}-of-${count}.batches`;

/** Names of the files in a folder that hold batches of shards, whole or not, in the order of their numbers. */
export function listShardFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => /\.batches(\.part)?$/.test(name))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}

/** The shard that a file is named after; undefined if it has another name. */
export function shardOfName(name: string): Shard | undefined {
  const [, index, count] = /^shard-(\d+)-of-(\d+)\.batches/.exec(name) ?? [];
  return index === undefined ? undefined : { index: Number(index), count: Number(count) };
}

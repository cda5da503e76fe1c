import { EarliestFirst } from './earliest-first.ts';
import { ASSUMED, type Attempt } from './fleet.ts';

/** Work cut into shards, and the cores that do it. */
export interface ShardedRun {
  readonly shards: number;
  /** Seconds of a usual shard on a usual core, its start-up left out. */
  readonly shardSeconds: number;
  /** Times that each core takes beside a usual one. */
  readonly cores: Float64Array;
  attempt(shard: number, attempt: number): Attempt;
}

/** Seconds of an attempt on a core, and whether the shard is done after them. */
function tryShard(
  { shardSeconds, cores, attempt }: ShardedRun,
  core: number,
  shard: number,
  tries: number,
): { seconds: number; isDone: boolean } {
  const { work, failsAfterSeconds } = attempt(shard, tries);
  const seconds = (ASSUMED.startSeconds + shardSeconds * work) * cores[core];
  return failsAfterSeconds < seconds
    ? { seconds: failsAfterSeconds, isDone: false }
    : { seconds, isDone: true };
}

/** Seconds until all is done where core c does shards c, c + cores, … one after another, each until it succeeds. */
export function staticMakespan(run: ShardedRun): number {
  let last = 0;
  for (let core = 0; core < run.cores.length; core++) {
    let time = 0;
    for (let shard = core; shard < run.shards; shard += run.cores.length) {
      for (let tries = 0; ; tries++) {
        const { seconds, isDone } = tryShard(run, core, shard, tries);
        time += seconds;
        if (isDone) break;
        time += ASSUMED.requeueSeconds;
      }
    }
    last = Math.max(last, time);
  }
  return last;
}

interface Waiting {
  readonly shard: number;
  readonly tries: number;
  readonly from: number;
}

/** Seconds until all is done where a core that is free takes the next shard; one that failed is queued again. */
export function dynamicMakespan(run: ShardedRun): number {
  const free = new EarliestFirst(run.cores.length);
  const again: Waiting[] = [];
  let next = 0;
  let last = 0;
  while (next < run.shards || again.length > 0) {
    const now = free.firstTime;
    const isReady = again.length > 0 && (again[0].from <= now || next === run.shards);
    const { shard, tries, from } = isReady ? again.shift()! : { shard: next++, tries: 0, from: 0 };
    const { seconds, isDone } = tryShard(run, free.first, shard, tries);
    const end = Math.max(now, from) + seconds;
    free.delayFirst(end);
    if (isDone) last = Math.max(last, end);
    else {
      again.push({ shard, tries: tries + 1, from: end + ASSUMED.requeueSeconds });
      again.sort((a, b) => a.from - b.from);
    }
  }
  return last;
}

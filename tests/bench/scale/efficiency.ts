import { estimateQuantile } from '../../../src/numeric/estimate-quantile.ts';
import { costOf } from './cost-model.ts';
import { ASSUMED, createAttempts, drawCores } from './fleet.ts';
import { dynamicMakespan, type ShardedRun, staticMakespan } from './makespan.ts';

/** How shards come to cores. */
export const ASSIGNMENTS = { static: staticMakespan, dynamic: dynamicMakespan } as const;
export type Assignment = keyof typeof ASSIGNMENTS;

/** Makespan and efficiency of one way to cut a study. */
export interface Efficiency {
  readonly patients: number;
  readonly assignment: Assignment;
  readonly shardsPerCore: number;
  /** Median over the repeats. */
  readonly makespanSeconds: number;
  /** Work of usual cores over cores × makespan: median, 5 % and 95 % points of the repeats. */
  readonly efficiency: number;
  readonly low: number;
  readonly high: number;
}

export const STUDIES = [1e12, 1e13];
export const SHARDS_PER_CORE = [1, 2, 4, 8, 16, 32, 64];
const REPEATS = 20;

/** Simulates every way to cut the studies; all ways meet the same nodes. */
export function simulateEfficiency(): Efficiency[] {
  return STUDIES.flatMap((patients) =>
    SHARDS_PER_CORE.flatMap((shardsPerCore) => efficiencyOf(patients, shardsPerCore)),
  );
}

/** Both assignments of one cut. */
function efficiencyOf(patients: number, shardsPerCore: number): Efficiency[] {
  const { wallSeconds } = costOf(patients, ASSUMED.cores);
  const shards = ASSUMED.cores * shardsPerCore;
  const runs = Array.from(
    { length: REPEATS },
    (_, repeat): ShardedRun => ({
      shards,
      shardSeconds: wallSeconds / shardsPerCore,
      cores: drawCores(repeat),
      attempt: createAttempts(repeat, shards),
    }),
  );
  return Object.entries(ASSIGNMENTS).map(([assignment, makespan]) => {
    const seconds = Float64Array.from(runs, makespan).sort();
    const at = (probability: number): number => estimateQuantile(seconds, probability).estimate;
    return {
      patients,
      assignment: assignment as Assignment,
      shardsPerCore,
      makespanSeconds: at(0.5),
      efficiency: wallSeconds / at(0.5),
      low: wallSeconds / at(0.95),
      high: wallSeconds / at(0.05),
    };
  });
}

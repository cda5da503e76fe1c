import { assurance } from './assurance.ts';
import { exactPower } from './exact-power.ts';
import { linearCost } from './linear-cost.ts';
import { logRank } from './log-rank.ts';
import { peakMemory } from './peak-memory.ts';
import { referenceWorkload } from './reference-workload.ts';
import { startTimes } from './start-times.ts';
import { twoWorkers } from './two-workers.ts';

/** Every piece of work that is measured, in the order in which it is shown. */
export const workloads = {
  T1: referenceWorkload,
  T2: exactPower,
  T3: logRank,
  T4: assurance,
  T5: twoWorkers,
  T6: peakMemory,
  T7: startTimes,
  T8: linearCost,
};

export type WorkloadId = keyof typeof workloads;

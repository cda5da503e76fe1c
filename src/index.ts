export { mergeResults } from './engine/merge.ts';
export { planBatches } from './engine/plan.ts';
export type { RunResult } from './engine/result.ts';
export { createBatchRunner } from './engine/run-batch.ts';
export { VERSION } from './engine/version.ts';
export { bed, doseSums, effect, eqd2, eqdx, survivingFraction } from './radiobiology/linear-quadratic.ts';
export { parseSchedule } from './radiobiology/parse-schedule.ts';
export { readScenario } from './scenario/read-scenario.ts';

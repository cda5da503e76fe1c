export { mergeResults } from './engine/merge-results.ts';
export { planBatches } from './engine/plan.ts';
export type { RunResult } from './engine/result.ts';
export { createBatchRunner } from './engine/run-batch.ts';
export { VERSION } from './engine/version.ts';
export { gard } from './radiobiology/gard.ts';
export { cumulativeEquivalentMinutes43 } from './radiobiology/hyperthermia.ts';
export { bed, doseSums, effect, eqd2, eqdx, survivingFraction } from './radiobiology/linear-quadratic.ts';
export { parseSchedule } from './radiobiology/parse-schedule.ts';
export { repopulationGyPerDay } from './radiobiology/repopulation.ts';
export {
  betaOfUniversalCurve,
  fractionBedUniversal,
  singleFractionEquivalentDoseGy,
  transitionDoseGy,
  universalEffect,
} from './radiobiology/universal-survival-curve.ts';
export { readScenario } from './scenario/read-scenario.ts';

export type { AimResult } from './engine/aim-result.ts';
export { type AnyResult, isAimResult, isClaimsResult, isEscalationResult } from './engine/any-result.ts';
export type { EscalationResult } from './engine/escalation-result.ts';
export type { EstimateResult } from './engine/estimate-result.ts';
export type { Assurance, OperatingCharacteristics, RunResult } from './engine/result.ts';
export { VERSION } from './engine/version.ts';
export { bed } from './library/bed.ts';
export { type DesignAnswer, design } from './library/design.ts';
export type { DoseOptions } from './library/dose.ts';
export { eqd2 } from './library/eqd2.ts';
export { estimate } from './library/estimate.ts';
export { listRegistries, type RegistryEntry } from './library/list-registries.ts';
export { readScenario, type ScenarioOptions } from './library/read-scenario.ts';
export { readShipped } from './library/read-shipped.ts';
export { type RunOptions, run } from './library/run.ts';
export type { Estimate } from './numeric/monte-carlo.ts';
export { gard } from './radiobiology/gard.ts';
export { cumulativeEquivalentMinutes43 } from './radiobiology/hyperthermia.ts';
export { parseSchedule } from './radiobiology/parse-schedule.ts';
export { repopulationGyPerDay } from './radiobiology/repopulation.ts';
export type { Schedule } from './radiobiology/schedule.ts';
export {
  fractionBedUniversal,
  singleFractionEquivalentDoseGy,
  transitionDoseGy,
  type UniversalSurvivalCurve,
} from './radiobiology/universal-survival-curve.ts';
export { scenarioJsonSchema } from './scenario/json-schema.ts';
export type { ReadScenario } from './scenario/read-scenario.ts';
export { type Problem, ScenarioError } from './scenario/scenario-error.ts';
export type { Scenario } from './scenario/scenario-schema.ts';

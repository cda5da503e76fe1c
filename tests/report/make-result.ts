import { mergeResults } from '../../src/engine/merge-results.ts';
import { planBatches } from '../../src/engine/plan.ts';
import type { RunResult } from '../../src/engine/result.ts';
import { readScenario, type ScenarioChange } from '../../src/scenario/read-scenario.ts';
import { runEach } from '../fixtures/run-each.ts';

/** The result of a small run in this thread, as it comes back from `result.json`. */
export async function makeResult(yaml: string, changes: Record<string, unknown> = {}): Promise<RunResult> {
  const given = Object.entries(changes).map(
    ([path, value]): ScenarioChange => ({ path, value, origin: path }),
  );
  const { scenario, warnings } = readScenario(yaml, 'test.yaml', given);
  const results = runEach(scenario, planBatches(scenario));
  return JSON.parse(JSON.stringify(await mergeResults(scenario, results, warnings))) as RunResult;
}

/** Text that would do harm if it were taken for markup. */
export const HOSTILE = `</script></title></style></svg><img src=x onerror="document.title='owned'"><script>document.title='owned'</script> & "quoted" 'too'`;

/** Two arms, two endpoints, two truths, worlds. */
export const TWO_ARMS = `
isoeffect: 1
title: 14 × 3 Gy against 5 × 6 Gy before sarcoma surgery
question: Is 5 × 6 Gy non-inferior on both endpoints?
source: made for a test
seed: report
arms:
  control: { schedule: 14 x 3 Gy }
  experimental: { schedule: 5 x 6 Gy }
truth:
  cohort:
    heterogeneity:
      alphaBetaGy: { logNormal: { median: 4.9, sigma: 0.6 }, within: [0.5, 40] }
      lowerLimb: { bernoulli: 0.6 }
  localControl:
    model: logistic
    gamma50: 1.5
    anchor: { schedule: 14 x 3 Gy, rate: 0.93, atYears: 2 }
    latency: { logNormal: { medianYears: 1.5, sigma: 0.9 } }
  woundComplication:
    model: logistic
    slopePer10Gy: 0.2
    anchor: { schedule: 14 x 3 Gy, rate: 0.35 }
    oddsRatios: { lowerLimb: 3 }
uncertainty:
  truth.cohort.heterogeneity.alphaBetaGy.logNormal.median: { logNormal: { median: 4.9, sigma: 0.45 } }
  truth.localControl.gamma50: { logNormal: { median: 1.5, sigma: 0.3 } }
  truth.woundComplication.slopePer10Gy: { normal: { mean: 0.2, sd: 0.14 } }
truths:
  plannedRates:
    truth.localControl: { model: statedRates, control: 0.93, experimental: 0.93 }
    truth.woundComplication: { model: statedRates, control: 0.35, experimental: 0.35 }
design:
  perArm: 75
  coPrimary:
    - nonInferiority: { endpoint: localControl, atYears: 2, margin: 0.1, oneSidedAlpha: 0.05, test: farringtonManning }
    - nonInferiority: { endpoint: woundComplication, withinDays: 120, margin: 0.15, oneSidedAlpha: 0.05, test: farringtonManning }
simulation: { replicates: 300, worlds: 60 }
provenance:
  arms.control.schedule: { found: registry }
  truth.localControl.gamma50: { fitted: to nothing much }
`;

/** One arm, one endpoint, no worlds, no question. */
export const SINGLE_ARM = `
isoeffect: 1
title: One arm of 5 × 6 Gy
seed: single
arms:
  boost: { schedule: 5 x 6 Gy }
truth:
  cohort: { heterogeneity: { alphaBetaGy: 4.9 } }
  woundComplication: { model: logistic, slopePer10Gy: 0.2, anchor: { schedule: 25 x 2 Gy, rate: 0.3 } }
design:
  perArm: 60
  singleArm: { endpoint: woundComplication, withinDays: 120, nullRate: 0.45, oneSidedAlpha: 0.05, test: exactBinomial }
simulation: { replicates: 300 }
`;

/** Stated rates without schedules, cohort or worlds. */
export const STATED_RATES = `
isoeffect: 1
title: Stated rates
seed: stated
arms: { control: {}, experimental: {} }
truth:
  localControl: { model: statedRates, control: 0.9, experimental: 0.9 }
  woundComplication: { model: statedRates, control: 0.3, experimental: 0.25 }
truths:
  worse: { truth.localControl.experimental: 0.8 }
design:
  perArm: 50
  unevaluable: 0.1
  nonInferiority: { endpoint: localControl, atYears: 3, margin: 0.1, oneSidedAlpha: 0.05, test: wald }
simulation: { replicates: 300 }
`;

/** One arm with a calendar that is stopped for harm; success is to run to the end; truths and worlds. */
export const LOOKS = `
isoeffect: 1
title: A stop for wound complications
seed: looks
arms: { boost: { schedule: 15 x 2.85 Gy } }
truth:
  woundComplication: { model: statedRates, boost: 0.33 }
uncertainty:
  truth.woundComplication.boost: { beta: { a: 33, b: 67 } }
truths:
  rate25: { truth.woundComplication.boost: 0.25 }
  rate35: { truth.woundComplication.boost: 0.35 }
  rate45: { truth.woundComplication.boost: 0.45 }
  rate55: { truth.woundComplication.boost: 0.55 }
design:
  perArm: 120
  accrual: { perMonth: 4.9 }
  interim:
    - toxicityStop:
        { endpoint: woundComplication, withinDays: 120, prior: { a: 0.7, b: 1.3 }, limitRate: 0.35, certainty: 0.95, looks: { every: 10 } }
  completion: { endpoint: woundComplication, withinDays: 120, limitRate: 0.35 }
simulation: { replicates: 400, worlds: 40 }
`;

/** One arm, claims in order, rules of two endpoints, no calendar. */
export const IN_ORDER = `
isoeffect: 1
title: Claims in order under two rules
seed: order
arms: { boost: {} }
truth:
  localControl: { model: statedRates, boost: 0.85 }
  woundComplication: { model: statedRates, boost: 0.25 }
truths:
  aRatherLongNameOfATruth: { truth.localControl.boost: 0.75 }
  toxic: { truth.woundComplication.boost: 0.5 }
design:
  perArm: 60
  unevaluable: 0.05
  interim:
    - toxicityStop:
        { endpoint: woundComplication, withinDays: 120, prior: { a: 0.7, b: 1.3 }, limitRate: 0.35, certainty: 0.95, looks: { every: 20 } }
    - boundary: { endpoint: localControl, atYears: 2, looks: [20, 40], successesAtMost: [12, 27] }
  hierarchical:
    - posterior: { endpoint: localControl, atYears: 2, prior: { a: 0.5, b: 0.5 }, target: 0.75, certainty: 0.95 }
    - completion: { endpoint: woundComplication, withinDays: 120, limitRate: 0.35 }
simulation: { replicates: 400 }
`;

import type { AimResult } from '../../src/engine/aim-result.ts';
import { planBatches } from '../../src/engine/plan.ts';
import { readScenario, type ScenarioChange } from '../../src/scenario/read-scenario.ts';
import { mergeRun } from '../fixtures/merge-run.ts';
import { runEach } from '../fixtures/run-each.ts';

/** Three arms whose aim is α/β, under three truths: one as the analysis has it, one shallow, one that varies. */
export const AIM = `
isoeffect: 1
title: α/β from three arms
question: How precisely?
source: made for a test
seed: aim
arms:
  control: { schedule: 25 x 2 Gy }
  fiveBySix: { schedule: 5 x 6 Gy }
  fiveByFive: { schedule: 5 x 5 Gy }
truth:
  cohort: { heterogeneity: { alphaBetaGy: 4.9 } }
  localControl:
    model: poissonDose
    gamma50: 2.0877
    anchor: { schedule: 25 x 2 Gy, rate: 0.93, atYears: 3 }
truths:
  shallow: { truth.localControl.gamma50: 0.5262 }
  varied: { truth.cohort.heterogeneity.alphaBetaGy: { logNormal: { median: 4.9, sigma: 0.6 } } }
design:
  perArm: 100
  estimate: { alphaBeta: { endpoint: localControl, atYears: 3 } }
simulation: { replicates: 400 }
provenance:
  arms.control.schedule: { found: registry }
`;

/** The result of a small run with an aim in this thread, as it comes back from `result.json`. */
export async function makeAim(changes: Record<string, unknown> = {}, yaml = AIM): Promise<AimResult> {
  const given = Object.entries(changes).map(
    ([path, value]): ScenarioChange => ({ path, value, origin: path }),
  );
  const { scenario, warnings } = readScenario(yaml, 'aim.yaml', given);
  const results = runEach(scenario, planBatches(scenario));
  return JSON.parse(JSON.stringify(await mergeRun(scenario, results, warnings))) as AimResult;
}

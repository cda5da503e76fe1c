import type { EscalationResult } from '../../src/engine/escalation-result.ts';
import { planBatches } from '../../src/engine/plan.ts';
import { readScenario, type ScenarioChange } from '../../src/scenario/read-scenario.ts';
import { mergeRun } from '../fixtures/merge-run.ts';
import { runEach } from '../fixtures/run-each.ts';

/** Three levels with stated rates of two toxicities, a late and an early one, and of control. */
export const LADDER = `
isoeffect: 1
title: a ladder
question: Which level?
source: made for a test
seed: ladder
arms:
  low: { schedule: 5 x 6 Gy }
  middle: { schedule: 5 x 7 Gy }
  high: { schedule: 5 x 8 Gy }
truth:
  localControl: { model: statedRates, low: 0.8, middle: 0.9, high: 0.95 }
  woundComplication: { model: statedRates, low: 0.05, middle: 0.1, high: 0.15, onsetMonths: { uniform: { min: 0, max: 4 } } }
  amputation: { model: statedRates, low: 0.02, middle: 0.1, high: 0.3, onsetMonths: { uniform: { min: 6, max: 24 } } }
design:
  accrual: { perMonth: 1, pattern: even }
  escalation:
    toxicity: [amputation, woundComplication]
    windowMonths: [6, 15]
    horizonMonths: 24
    acceptableRate: 0.25
    methods:
      - boin: { target: 0.25, maximumSize: 18 }
      - threePlusThree: {}
      - crm: { target: 0.25, skeleton: [0.1, 0.25, 0.4], maximumSize: 18 }
        name: calm
      - titeCrm: { target: 0.25, skeleton: [0.1, 0.25, 0.4], maximumSize: 18, groupSize: 1 }
simulation: { replicates: 2000 }
`;

/** The result of a small run of dose escalation in this thread, as it comes back from `result.json`. */
export async function makeEscalation(
  changes: Record<string, unknown> = {},
  yaml = LADDER,
): Promise<EscalationResult> {
  const given = Object.entries(changes).map(
    ([path, value]): ScenarioChange => ({ path, value, origin: path }),
  );
  const { scenario, warnings } = readScenario(yaml, 'ladder.yaml', given);
  const results = runEach(scenario, planBatches(scenario));
  return JSON.parse(JSON.stringify(await mergeRun(scenario, results, warnings))) as EscalationResult;
}

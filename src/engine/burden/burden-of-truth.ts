import { burdenSpec } from '../../scenario/burden-specs.ts';
import type { Trial } from '../../scenario/trial.ts';
import { truthSpec } from '../../scenario/truth-specs.ts';
import { type BurdenSpec, pricesOf } from '../../trial/burden/burden-schema.ts';
import {
  effectivenessRatio,
  increment,
  netBenefit,
  quadrantOf,
} from '../../trial/burden/cost-effectiveness.ts';
import { travelKmAt } from '../../trial/burden/travel-distance.ts';
import type { ExactResult } from '../batch-result.ts';
import type { ArmBurdenResult, BurdenComparison, TruthBurden } from './burden-result.ts';
import { armBurdens, badEventRates, type TrialCourses, trialCourses } from './world-burdens.ts';

/** The burden under a truth in world 0, by the population's rates. */
export function burdenOfTruth(trial: Trial, truthIndex: number, exact: ExactResult): TruthBurden {
  const name = trial.truthNames[truthIndex];
  const burden = burdenSpec(trial.scenario, name)!;
  const courses = trialCourses(trial, truthSpec(trial.scenario, name));
  const [control, ...tests] = armResults(trial, burden, courses, exact);
  return {
    name,
    isExact: exact.isExact && courses.exact,
    arms: [control, ...tests],
    comparisons: tests.map((test) => compare(burden, test, control)),
  };
}

function armResults(
  trial: Trial,
  burden: BurdenSpec,
  courses: TrialCourses,
  { rates }: ExactResult,
): ArmBurdenResult[] {
  const ofEvents = badEventRates(trial, rates);
  return armBurdens(trial, burden, courses, ofEvents).map(({ travelKm, ...own }, a) => {
    const { name } = trial.arms[a];
    const { visits } = pricesOf(burden, name).planning;
    const [percentile10, percentile90] = [0.1, 0.9].map((p) =>
      travelKmAt(burden, visits, courses.byArm[a], p),
    );
    return {
      name,
      ...own,
      travelKm: {
        mean: travelKm,
        ...(percentile10 !== undefined && percentile90 !== undefined && { percentile10, percentile90 }),
      },
      badEventRate: ofEvents[a][burden.endpoint]!,
    };
  });
}

function compare(burden: BurdenSpec, test: ArmBurdenResult, control: ArmBurdenResult): BurdenComparison {
  const { cost, averted } = increment(
    { cost: test.cost, rate: test.badEventRate },
    { cost: control.cost, rate: control.badEventRate },
  );
  return {
    arm: test.name,
    visits: test.visits - control.visits,
    fractions: test.fractions - control.fractions,
    machineMinutes: test.machineMinutes - control.machineMinutes,
    travelKm: test.travelKm.mean - control.travelKm.mean,
    travelHours: test.travelHours - control.travelHours,
    treatmentCost: test.treatmentCost - control.treatmentCost,
    travelCost: test.travelCost - control.travelCost,
    eventCost: test.eventCost - control.eventCost,
    cost,
    ...(burden.qualityOfLife && { qualityOfLife: test.qualityOfLife! - control.qualityOfLife! }),
    avertedPer100: 100 * averted,
    quadrant: quadrantOf({ cost, averted }),
    costPerEvent: effectivenessRatio({ cost, averted }) ?? null,
    netBenefit: burden.willingnessToPay.map((willingnessToPay) => ({
      willingnessToPay,
      value: netBenefit({ cost, averted }, willingnessToPay),
    })),
  };
}

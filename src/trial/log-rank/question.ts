import type { EventPlan } from '../events/definition.ts';
import { eventProbability } from '../expected-events.ts';
import type { Observed } from '../observation.ts';
import { rareEvents } from '../rare-events.ts';
import {
  type CurvePoint,
  cureCurve,
  piecewiseCurve,
  proportionalCurve,
  type SurvivalCurve,
  weibullCurve,
} from '../survival-curve.ts';
import { comparisonLevel } from '../time-comparison-shape.ts';
import { hazardRatioOfDifference, type MarginScales, marginScales } from '../time-margin.ts';
import type { LogRankStated } from './plan-shape.ts';

/** A log-rank question as it is computed with. */
export interface LogRankQuestion {
  readonly controlCurve: SurvivalCurve;
  /** Absent where superiority is claimed. */
  readonly scales?: MarginScales;
  /** Its event probability is that of rare events until {@link planAt} knows the follow-up. */
  readonly plan: EventPlan;
}

/** The hazard ratio of the leading margin, whose meaning on the other scale is at the planned control rate. */
const nullRatioOf = ({ leads, hazardRatio, difference }: MarginScales, controlRate: number): number =>
  leads === 'hazardRatio' ? hazardRatio : hazardRatioOfDifference(controlRate, difference);

function controlCurveOf(stated: LogRankStated): SurvivalCurve {
  const point: CurvePoint = { years: stated.atYears, rate: stated.controlRate };
  if (stated.cured !== undefined) return cureCurve(point, stated.cured);
  if (stated.curveYears === undefined) return weibullCurve(point, stated.shape);
  const others = stated.curveYears.map((years, i) => ({ years, rate: stated.curveRates![i] }));
  return piecewiseCurve([point, ...others].sort((a, b) => a.years - b.years));
}

/** @throws RangeError if the control’s curve is none */
export function createQuestion(stated: LogRankStated): LogRankQuestion {
  const { controlRate, margin, hazardRatioMargin, experimentalRate, allocation } = stated;
  const isNonInferiority = margin !== undefined || hazardRatioMargin !== undefined;
  const scales = isNonInferiority
    ? marginScales({ hazardRatio: hazardRatioMargin, difference: margin, leads: stated.leads }, controlRate)
    : undefined;
  const truth = experimentalRate === undefined ? 1 : Math.log(experimentalRate) / Math.log(controlRate);
  return {
    controlCurve: controlCurveOf(stated),
    ...(scales && { scales }),
    plan: {
      hazardRatio: stated.hazardRatio ?? truth,
      nullHazardRatio: scales ? nullRatioOf(scales, controlRate) : 1,
      allocation,
      level: comparisonLevel(stated, isNonInferiority),
      eventProbability: rareEvents,
    },
  };
}

/** The plan with the event probabilities of a follow-up. */
export function planAt({ plan, controlCurve }: LogRankQuestion, observed: Observed): EventPlan {
  return {
    ...plan,
    eventProbability: (factor) => eventProbability(proportionalCurve(controlCurve, factor), observed),
  };
}

/** Probability of an observed event of a patient of whichever arm, in truth. */
export function meanEventProbability({ hazardRatio, allocation, eventProbability: of }: EventPlan): number {
  return (of(1) + allocation * of(hazardRatio)) / (1 + allocation);
}

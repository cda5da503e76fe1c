import type { EventFormula, EventPlan } from '../events/definition.ts';
import { eventFormulas } from '../events/index.ts';
import { yearsOfEvents } from '../expected-events.ts';
import { type LogRankMoments, logRankMoments } from '../log-rank-approximation.ts';
import { type Observed, observedAt } from '../observation.ts';
import { analysisYears, createObservation, isObserved } from '../observation-shape.ts';
import { proportionalCurve } from '../survival-curve.ts';
import { armShares, DEFAULT_POWER } from '../time-comparison-shape.ts';
import type { LogRankStated } from './plan-shape.ts';
import { createQuestion, type LogRankQuestion, meanEventProbability, planAt } from './question.ts';

/** What follow-up brings, where it is stated. */
export interface Followed {
  /** From the opening of the trial. */
  readonly analysisYears: number;
  /** Of a patient of whichever arm, in truth. */
  readonly eventProbability: number;
  /** Patients of both arms, unrounded unless given. */
  readonly total: number;
  readonly longestYears: number;
  /** Moments of the score without proportional arms of events being assumed. */
  readonly moments: LogRankMoments;
}

/** The answer to a log-rank question in figures. */
export interface LogRankSolution {
  readonly question: LogRankQuestion;
  readonly plan: EventPlan;
  readonly formula: EventFormula;
  /** Unrounded unless given. */
  readonly events: number;
  readonly power: number;
  /** Whether the number of events follows from a power, and not the other way round. */
  readonly isForPower: boolean;
  readonly followed?: Followed;
  /** Event-free share of the control arm at the longest follow-up, or at the planned time. */
  readonly eventFreeAtEnd: number;
}

/** Follow-up by the analysis; where total and events are given, that is when so many are expected. */
function observedOf(stated: LogRankStated, { controlCurve, plan }: LogRankQuestion) {
  if (!isObserved(stated)) return undefined;
  const observation = createObservation(stated);
  const { total, events } = stated;
  const curves = [controlCurve, proportionalCurve(controlCurve, plan.hazardRatio)];
  const shares = armShares(plan.allocation);
  const years =
    total !== undefined && events !== undefined
      ? yearsOfEvents(
          events,
          curves.map((curve, k) => ({ size: total * shares[k], curve })),
          observation,
        )
      : analysisYears(stated)!;
  return { years, observed: observedAt(observation, years) };
}

function momentsOf(
  { controlCurve, plan }: LogRankQuestion,
  { share, longestYears }: Observed,
): LogRankMoments {
  return logRankMoments({
    controlCurve,
    experimentalCurve: proportionalCurve(controlCurve, plan.hazardRatio),
    followed: share,
    longestYears,
    allocation: plan.allocation,
    nullHazardRatio: plan.nullHazardRatio,
  });
}

/**
 * Events, patients, time and power of a log-rank comparison.
 *
 * @throws RangeError if no number of events will do, or so many never come
 */
export function solveLogRank(stated: LogRankStated): LogRankSolution {
  const question = createQuestion(stated);
  const at = observedOf(stated, question);
  const plan = at ? planAt(question, at.observed) : question.plan;
  const formula = eventFormulas[stated.method];
  const perPatient = at && meanEventProbability(plan);
  const isForPower = stated.events === undefined && stated.total === undefined;
  const target = stated.power ?? DEFAULT_POWER;
  const events = isForPower ? formula.events(plan, target) : (stated.events ?? stated.total! * perPatient!);
  const longestYears = at?.observed.longestYears ?? stated.atYears;
  return {
    question,
    plan,
    formula,
    events,
    power: isForPower ? target : formula.power(plan, events),
    isForPower,
    ...(at && {
      followed: {
        analysisYears: at.years,
        eventProbability: perPatient!,
        total: stated.total ?? events / perPatient!,
        longestYears,
        moments: momentsOf(question, at.observed),
      },
    }),
    eventFreeAtEnd: question.controlCurve(longestYears),
  };
}

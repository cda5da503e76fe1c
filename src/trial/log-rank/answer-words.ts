import { exactPercentWords } from '../exact-percent-words.ts';
import { observationWords } from '../observation-shape.ts';
import { percentWords } from '../percent-words.ts';
import { levelWords } from '../time-comparison-shape.ts';
import { disagreementWords } from '../time-margin.ts';
import type { LogRankStated } from './plan-shape.ts';
import type { LogRankSolution } from './solve-question.ts';

/** Above this event-free share a test of proportions is to be preferred. */
const MOST_EVENT_FREE = 0.8;

/** Six digits at most. */
const shown = (value: number): string => String(Number(value.toPrecision(6)));
const short = (value: number): string => String(Number(value.toPrecision(4)));

function curveWords(stated: LogRankStated): string {
  if (stated.cured !== undefined)
    return `a mixture cure model with ${percentWords(stated.cured)} of the control arm cured`;
  if (stated.curveYears !== undefined) return 'hazards constant between the planned rates';
  return stated.shape === undefined ? 'a constant hazard' : `a Weibull law of shape ${shown(stated.shape)}`;
}

/** Why the log-rank test may be a poor choice; empty where it is not. */
function infeasibleWords({ eventFreeAtEnd, followed }: LogRankSolution, atYears: number): string[] {
  if (!(eventFreeAtEnd > MOST_EVENT_FREE)) return [];
  return [
    `Few events: ${exactPercentWords(eventFreeAtEnd)} of the control arm are expected to be event-free at ${short(followed?.longestYears ?? atYears)} years. Above 80 % a test of proportions at a fixed time is to be preferred (Ji & Alonzo 2025, Clin Trials 22:131).`,
  ];
}

function marginWords({ question, plan }: LogRankSolution, { controlRate }: LogRankStated): string[] {
  const { scales } = question;
  if (!scales) return [];
  const words = disagreementWords(scales);
  const led =
    scales.leads === 'hazardRatio'
      ? 'The hazard ratio decides: where the control rate is not as planned, the margin means another difference.'
      : `The difference decides, as the hazard ratio of ${short(plan.nullHazardRatio)} that it is at the planned control rate of ${percentWords(controlRate)}.`;
  return [led, ...(words ? [`${words[0].toUpperCase()}${words.slice(1)}.`] : [])];
}

/** The conventions that the answer rests on. */
export function variantLines(stated: LogRankStated, solution: LogRankSolution): string[] {
  const { formula, followed, isForPower } = solution;
  return [
    'Rates are event-free probabilities, by proportional hazards in the two arms.',
    `${formula.label} (${formula.reference}): ${formula.convention}.`,
    ...(followed
      ? [
          `Patients ${observationWords(stated)}; ${curveWords(stated)}; an observed event has a probability of ${exactPercentWords(followed.eventProbability)}.`,
          ...(isForPower
            ? ['Patients are the unrounded events over that probability, rounded up; not the whole events.']
            : ['Power is that of the expected events, unrounded.']),
          'Score by quadrature: mean and variance of the log-rank score from both curves and follow-up.',
        ]
      : []),
    ...marginWords(solution, stated),
    ...infeasibleWords(solution, stated.atYears),
  ];
}

/** A sentence fit for a protocol. */
export function protocolSentence(stated: LogRankStated, solution: LogRankSolution): string {
  const { plan, formula, events, power, followed, question, isForPower } = solution;
  const whole = isForPower
    ? String(Math.ceil(events))
    : stated.events === undefined
      ? events.toFixed(1)
      : shown(events);
  const claim = question.scales
    ? `to rule out a hazard ratio of ${short(plan.nullHazardRatio)} if the true one is ${short(plan.hazardRatio)}`
    : `to show superiority if the hazard ratio is ${short(plan.hazardRatio)}`;
  const test = `${whole} events give the log-rank test at a ${levelWords(plan.level)} ${exactPercentWords(power)} power (${formula.label}) ${claim}`;
  if (!followed) return `${test}.`;
  const total = Math.ceil(followed.total);
  return `${test}; ${total} patients, ${observationWords(stated)}, are expected to have them ${short(followed.analysisYears)} years after the trial opens.`;
}

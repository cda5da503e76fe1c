import type { AnswerRow } from '../calculators/definition.ts';
import type { OneStageDesign } from './one-stage.ts';

type Bound = Pick<OneStageDesign, 'cutOff' | 'size'>;

/** Which way is better, and what counts as a success, in a sentence. */
export function directionWords(eventIsGood: boolean): string {
  return eventIsGood
    ? 'Rates are of the event; the planned rate is the higher one, so the event is good: successes are the events.'
    : 'Rates are of the event; the planned rate is the lower one, so the event is bad: successes are the patients without it.';
}

/** When a design of one analysis succeeds: `at least 17 of 39 patients have the event`. */
export function successWords({ cutOff, size }: Bound, eventIsGood: boolean): string {
  return eventIsGood
    ? `at least ${cutOff} of ${size} patients have the event`
    : `at most ${size - cutOff} of ${size} patients have the event`;
}

/** The convention of the cut-off, in a sentence. */
export function conventionWords({ cutOff }: Pick<Bound, 'cutOff'>): string {
  return `Success if successes ≥ ${cutOff}; some software prints r = ${cutOff - 1}, success if successes > r.`;
}

/** The cut-off as a count of events. */
export function cutOffRow({ cutOff, size }: Bound, eventIsGood: boolean): AnswerRow {
  return eventIsGood
    ? { label: 'Events, at least', kind: 'count', exact: cutOff }
    : { label: 'Events, at most', kind: 'count', exact: size - cutOff };
}

/** A design of one analysis by number, for programs. */
export function oneStageNumbers(design: OneStageDesign, eventIsGood: boolean): Record<string, unknown> {
  const { cutOff, size } = design;
  return {
    ...design,
    eventIsGood,
    ...(eventIsGood ? { eventsAtLeast: cutOff } : { eventsAtMost: size - cutOff }),
  };
}

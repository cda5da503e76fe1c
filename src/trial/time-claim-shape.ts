import { z } from 'zod';
import { unknownWord } from '../numeric/closest-word.ts';
import { years } from '../numeric/quantities.ts';
import { type ComparedEvents, type OtherEvent, otherEvents } from '../outcomes/estimand.ts';
import { type TimeTestName, timeTests } from './time-tests/index.ts';

const named = (fits: (test: (typeof timeTests)[TimeTestName]) => boolean): [TimeTestName] =>
  (Object.keys(timeTests) as TimeTestName[]).filter((name) => fits(timeTests[name])) as [TimeTestName];

/** Names of the tests of times, as a schema; with `takesMargin`, of those that can be asked about one. */
export function timeTestName(takesMargin: boolean) {
  const fitting = named((test) => test.takesMargin || !takesMargin);
  const others = named((test) => !test.takesMargin) as readonly string[];
  return z
    .enum(fitting, {
      error: (issue) =>
        others.includes(issue.input as string)
          ? `${issue.input} takes no margin (those that do: ${fitting.join(', ')})`
          : unknownWord('test', issue.input, fitting),
    })
    .describe('name of the test of times');
}

const events = (description: string) =>
  z
    .array(z.enum(otherEvents, { error: (issue) => unknownWord('event', issue.input, [...otherEvents]) }))
    .default([])
    .describe(description);

/** What claims on times of failure have in common. */
export const timeClaimShape = {
  endpoint: z
    .enum(['localControl'], {
      error: (issue) => unknownWord('endpoint of times', issue.input, ['localControl']),
    })
    .describe('what is compared; failure is its first loss'),
  atYears: years('years from surgery at which control rates and margins are stated'),
  countsAsFailure: events('events that count as failure beside the loss of the endpoint'),
  competing: events(
    'events that make failure impossible, or are no failure though they end its time; death is one unless it counts as failure',
  ),
};

/** The two lists of events as a claim states them. */
export type StatedEvents = Pick<ComparedEvents, 'countsAsFailure' | 'competing'>;

/** A schema check: no event is on both lists, or twice on one. */
export function checkStatedEvents({
  value,
  issues,
}: z.core.ParsePayload<StatedEvents & { readonly test: TimeTestName }>): void {
  const fail = (message: string, ...path: PropertyKey[]) =>
    issues.push({ code: 'custom', input: value, message, path });
  value.competing.forEach((event, i) => {
    if (value.countsAsFailure.includes(event)) fail(`${event} counts as failure already`, 'competing', i);
  });
  if (timeTests[value.test].seesCompeting && value.countsAsFailure.length > 0)
    fail(
      `${value.test} tells failures from competing events; with others that count as failure it has no meaning here`,
      'countsAsFailure',
    );
  for (const key of ['countsAsFailure', 'competing'] as const)
    value[key].forEach((event, i) => {
      if (value[key].indexOf(event) < i) fail(`${event} is named twice`, key, i);
    });
}

/** Whoever has died can fail no more. */
export function competingOf({ countsAsFailure, competing }: StatedEvents): OtherEvent[] {
  return otherEvents.filter(
    (event) => competing.includes(event) || (event === 'death' && !countsAsFailure.includes(event)),
  );
}

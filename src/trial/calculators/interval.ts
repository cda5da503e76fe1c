import type { z } from 'zod';
import { count, interiorProbability, strict } from '../../numeric/quantities.ts';
import { differenceIntervalAnswer } from '../interval-answer/difference.ts';
import { proportionIntervalAnswer } from '../interval-answer/proportion.ts';
import { defineCalculator } from './definition.ts';

const parameters = strict({
  events: count('events seen', 0),
  size: count('patients among whom they were seen').max(10_000),
  secondEvents: count('events seen in a second sample', 0).optional(),
  secondSize: count('patients of the second sample').max(10_000).optional(),
  level: interiorProbability('confidence level of both sides together').default(0.95),
});

function checkSamples({ value, issues }: z.core.ParsePayload<z.output<typeof parameters>>): void {
  const fail = (message: string, key: string): void => {
    issues.push({ code: 'custom', input: value, message, path: [key] });
  };
  const { events, size, secondEvents, secondSize } = value;
  if (events > size) fail(`${events} is too many events (must be at most size, ${size})`, 'events');
  if (secondEvents === undefined && secondSize !== undefined)
    fail('a second sample needs its secondEvents', 'secondEvents');
  if (secondEvents === undefined) return;
  if (secondSize === undefined) fail('a second sample needs its secondSize', 'secondSize');
  else if (secondEvents > secondSize)
    fail(`${secondEvents} is too many events (must be at most secondSize, ${secondSize})`, 'secondEvents');
}

export const interval = defineCalculator({
  summary: 'Intervals of a rate, or of the difference of two rates (first minus second), by every method.',
  reference: 'Newcombe 1998, Stat Med 17:857 (one rate) and 17:873 (a difference)',
  parameters: parameters.check(checkSamples),
  examples: [
    { events: 31, size: 88 },
    { events: 31, size: 88, secondEvents: 16, secondSize: 94, level: 0.9 },
  ],
  solve: ({ events, size, secondEvents, secondSize, level }) =>
    secondEvents === undefined
      ? proportionIntervalAnswer({ events, size }, level)
      : differenceIntervalAnswer({ events, size }, { events: secondEvents, size: secondSize! }, level),
});

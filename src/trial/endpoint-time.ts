import { z } from 'zod';
import { unknownWord } from '../numeric/closest-word.ts';
import { count, years } from '../numeric/quantities.ts';
import type { EndpointDefinition, EndpointName } from '../outcomes/endpoints/definition.ts';
import { endpoints } from '../outcomes/endpoints/index.ts';
import { yearsWords } from './years-words.ts';

const names = Object.keys(endpoints) as [EndpointName, ...EndpointName[]];

/** The keys by which a claim names its endpoint and the endpoint's time. */
export const endpointTimeShape = {
  endpoint: z
    .enum(names, { error: (issue) => unknownWord('endpoint', issue.input, names) })
    .describe('what is compared'),
  atYears: years('years from surgery, for local control and late complications').optional(),
  withinDays: count('days from surgery, for wound complications and response', 0).optional(),
};

type EndpointTime = { endpoint: EndpointName; atYears?: number | undefined; withinDays?: number | undefined };

/** A schema check: the time is given under the endpoint's own key, and under no other. */
export function checkEndpointTime({ value, issues }: z.core.ParsePayload<EndpointTime>): void {
  const { timeKey, label, eventIsGood } = endpoints[value.endpoint];
  if (value.withinDays === 0 && timeKey === 'withinDays' && !eventIsGood) {
    const message = 'invalid withinDays: 0 (must be >= 1)';
    issues.push({ code: 'custom', input: value, message, path: ['withinDays'] });
  }
  for (const key of ['atYears', 'withinDays'] as const) {
    if (key === timeKey && value[key] === undefined) {
      issues.push({ code: 'custom', input: value, message: `${label} needs its time: ${key}` });
    }
    if (key !== timeKey && value[key] !== undefined) {
      issues.push({
        code: 'custom',
        input: value,
        message: `${label} is timed by ${timeKey}; ${key} does nothing`,
        path: [key],
      });
    }
  }
}

/** The definition and time of a checked claim. */
export function endpointAndTime(spec: EndpointTime): { endpoint: EndpointDefinition; time: number } {
  const endpoint = endpoints[spec.endpoint];
  return { endpoint, time: spec[endpoint.timeKey]! };
}

/** The endpoint with its time, in words. */
export function endpointPhrase(endpoint: EndpointDefinition, time: number): string {
  return endpoint.timeKey === 'atYears'
    ? `${endpoint.label} at ${yearsWords(time)}`
    : time === 0
      ? `${endpoint.label} at surgery`
      : `${endpoint.label} within ${time} ${time === 1 ? 'day' : 'days'}`;
}

import { z } from 'zod';
import { unknownWord } from '../numeric/closest-word.ts';
import { interiorProbability, probability, strict } from '../numeric/quantities.ts';
import type { EndpointDefinition, EndpointName } from '../outcomes/endpoints/definition.ts';
import { endpoints } from '../outcomes/endpoints/index.ts';
import { percentWords } from './percent-words.ts';

const names = Object.keys(endpoints) as [EndpointName, ...EndpointName[]];

const criterionSchema = strict({
  endpoint: z
    .enum(names, { error: (issue) => unknownWord('endpoint', issue.input, names) })
    .describe('whose observed rate is looked at, at the time that design or truth state'),
  atLeast: interiorProbability('the least observed rate of a good event that would do').optional(),
  atMost: interiorProbability('the largest observed rate of a bad event that would do').optional(),
  acceptedBy: probability('share of those asked whom such a rate would satisfy').optional(),
  source: z.string().min(1).max(500).optional().describe('who was asked'),
}).check(({ value, issues }) => {
  const fail = (message: string, key?: string): void => {
    issues.push({ code: 'custom', input: value, message, path: key === undefined ? [] : [key] });
  };
  const { label, eventIsGood } = endpoints[value.endpoint];
  const [key, other] = eventIsGood ? (['atLeast', 'atMost'] as const) : (['atMost', 'atLeast'] as const);
  const side = eventIsGood ? 'more' : 'fewer';
  if (value[other] !== undefined) fail(`${label}: ${side} is better (needs ${key}, not ${other})`, other);
  else if (value[key] === undefined) fail(`missing ${key}: the observed rate of ${label} that would do`);
});

/** Observed rates of the experimental arm that would change practice; each endpoint once. */
export const adoptionSchema = z
  .array(criterionSchema)
  .min(1)
  .check(({ value, issues }) => {
    value.forEach(({ endpoint }, i) => {
      if (value.findIndex((other) => other.endpoint === endpoint) === i) return;
      const message = `${endpoint} has a criterion already`;
      issues.push({ code: 'custom', input: value, message, path: [i, 'endpoint'] });
    });
  });

/** An observed rate that would change practice. */
export interface AdoptionCriterion {
  readonly endpoint: EndpointDefinition;
  /** The rate itself. */
  readonly limit: number;
  /** In words: `local control of at least 85 %`. */
  readonly sentence: string;
  readonly acceptedBy?: number;
  readonly source?: string;
  /** Whether so many events of the analysed patients of the experimental arm meet it; without a patient they do not. */
  isMet(events: number, size: number): boolean;
}

/** The live criteria of a valid list. */
export function createAdoption(stated: z.output<typeof adoptionSchema>): AdoptionCriterion[] {
  return stated.map(({ endpoint: name, atLeast, atMost, acceptedBy, source }) => {
    const endpoint = endpoints[name];
    const limit = (atLeast ?? atMost)!;
    return {
      endpoint,
      limit,
      sentence: `${endpoint.label} of at ${atLeast === undefined ? 'most' : 'least'} ${percentWords(limit)}`,
      ...(acceptedBy !== undefined && { acceptedBy }),
      ...(source !== undefined && { source }),
      isMet: (events, size) =>
        size > 0 && (atLeast === undefined ? events / size <= limit : events / size >= limit),
    };
  });
}

import type { z } from 'zod';
import type { EndpointDefinition, EndpointName } from '../outcomes/endpoints/definition.ts';
import { endpoints } from '../outcomes/endpoints/index.ts';
import { endpointPhrase, endpointTimeShape } from './endpoint-time.ts';

/** By which endpoint, at which time, a calculator's design block claims success. */
export const endpointShape = {
  endpoint: endpointTimeShape.endpoint
    .optional()
    .describe('endpoint of the claim; local control unless the planned rates say that fewer is better'),
  atYears: endpointTimeShape.atYears.describe('its time in years; 2 unless given'),
  withinDays: endpointTimeShape.withinDays.describe(
    'its time in days, for wound complications; 120 unless given',
  ),
};

/** The endpoint of a plan, as far as it is stated. */
export interface PlannedEndpoint {
  readonly endpoint?: EndpointName | undefined;
  readonly atYears?: number | undefined;
  readonly withinDays?: number | undefined;
}

/** An endpoint as claims write it. */
export interface EndpointBlock {
  readonly endpoint: EndpointName;
  readonly atYears?: number;
  readonly withinDays?: number;
}

const DEFAULT_TIME = { atYears: 2, withinDays: 120 };

/** The stated endpoint, or else local control where more is better and wound complications where fewer. */
export function plannedEndpoint(planned: PlannedEndpoint, moreIsBetter: boolean): EndpointDefinition {
  return endpoints[planned.endpoint ?? (moreIsBetter ? 'localControl' : 'woundComplication')];
}

/** The endpoint's keys in a claim. */
export function endpointBlock(planned: PlannedEndpoint, moreIsBetter: boolean): EndpointBlock {
  const { name, timeKey } = plannedEndpoint(planned, moreIsBetter);
  return { endpoint: name, [timeKey]: planned[timeKey] ?? DEFAULT_TIME[timeKey] };
}

/** The endpoint with its time, in words. */
export function endpointWords(planned: PlannedEndpoint, moreIsBetter: boolean): string {
  const endpoint = plannedEndpoint(planned, moreIsBetter);
  return endpointPhrase(endpoint, planned[endpoint.timeKey] ?? DEFAULT_TIME[endpoint.timeKey]);
}

/** Reports a time under another endpoint's key. */
export function checkPlannedTime(
  planned: PlannedEndpoint,
  { label, timeKey }: EndpointDefinition,
  issues: z.core.ParsePayload['issues'],
): void {
  for (const key of ['atYears', 'withinDays'] as const) {
    if (key === timeKey || planned[key] === undefined) continue;
    const message = `${label} is timed by ${timeKey}; ${key} does nothing`;
    issues.push({ code: 'custom', input: planned, message, path: [key] });
  }
}

import type { z } from 'zod';
import { count, interiorProbability } from '../../numeric/quantities.ts';
import type { EndpointDefinition, EndpointName } from '../../outcomes/endpoints/definition.ts';
import { endpoints } from '../../outcomes/endpoints/index.ts';
import { endpointPhrase, endpointTimeShape } from '../endpoint-time.ts';
import { oneSidedLevel } from '../significance-level.ts';

/** The planned rate of the event, by which a calculator knows whether the event is good. */
export const alternativeRate = interiorProbability(
  'planned rate of the event; above the other rate the event is good, below it bad',
);

/** The two rates that a test tells apart. */
export const ratesShape = {
  nullRate: interiorProbability('rate of the event to be better than'),
  alternativeRate,
};

export const oneSidedAlpha = oneSidedLevel('one-sided significance level, below 0.5').default(0.05);

export const targetPower = interiorProbability('power to reach at the planned rate').default(0.8);

export const perArm = count('patients').max(10_000);

/** The bound of a search. */
export const maximumSize = (byDefault = 1000, most = 5000) =>
  count('most patients that the search looks at').max(most).default(byDefault);

/** By which endpoint, at which time, the design block of the answer claims success. */
export const endpointShape = {
  endpoint: endpointTimeShape.endpoint
    .optional()
    .describe('endpoint of the design block; local control where higher is better, else wound complications'),
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

const definitionOf = (planned: PlannedEndpoint, eventIsGood: boolean): EndpointDefinition =>
  endpoints[planned.endpoint ?? (eventIsGood ? 'localControl' : 'woundComplication')];

/** The endpoint of a plan with its time, by default where it is not stated. */
export function endpointBlock(planned: PlannedEndpoint, eventIsGood: boolean): EndpointBlock {
  const { name, timeKey } = definitionOf(planned, eventIsGood);
  return { endpoint: name, [timeKey]: planned[timeKey] ?? DEFAULT_TIME[timeKey] };
}

/** The endpoint of a plan with its time, in words. */
export function endpointWords(planned: PlannedEndpoint, eventIsGood: boolean): string {
  const definition = definitionOf(planned, eventIsGood);
  return endpointPhrase(definition, planned[definition.timeKey] ?? DEFAULT_TIME[definition.timeKey]);
}

type Issues = z.core.ParsePayload['issues'];

/** Reports an endpoint that is good where the plan takes it for bad, or a time under another endpoint's key. */
export function checkPlannedEndpoint(value: PlannedEndpoint, eventIsGood: boolean, issues: Issues): void {
  const { label, timeKey, ...definition } = definitionOf(value, eventIsGood);
  const fail = (message: string, key: string) =>
    issues.push({ code: 'custom', input: value, message, path: [key] });
  if (definition.eventIsGood !== eventIsGood)
    fail(`${label}: ${eventIsGood ? 'fewer' : 'more'} is better, but the rates say the opposite`, 'endpoint');
  for (const key of ['atYears', 'withinDays'] as const)
    if (key !== timeKey && value[key] !== undefined)
      fail(`${label}: timed by ${timeKey}; ${key} does nothing`, key);
}

/** What the checks of a plan look at. */
interface CheckedPlan extends PlannedEndpoint {
  readonly alternativeRate: number;
  readonly oneSidedAlpha?: number | undefined;
  readonly power?: number | undefined;
}

/** A schema check of a plan: rates that differ, an endpoint that fits them, a power above the level. */
export function checkPlan<Key extends string>(rateKey: Key) {
  return ({ value, issues }: z.core.ParsePayload<CheckedPlan & Record<Key, number>>): void => {
    const rate: number = value[rateKey];
    const fail = (message: string, key: string) =>
      issues.push({ code: 'custom', input: value, message, path: [key] });
    if (value.alternativeRate === rate)
      fail(`${rate} is the rate to be better than itself (must differ from it)`, 'alternativeRate');
    else checkPlannedEndpoint(value, value.alternativeRate > rate, issues);
    if (value.power !== undefined && value.oneSidedAlpha !== undefined && value.power <= value.oneSidedAlpha)
      fail(`${value.power} is not above the significance level ${value.oneSidedAlpha}`, 'power');
  };
}

import type { z } from 'zod';
import { count, interiorProbability } from '../../numeric/quantities.ts';
import { checkPlannedTime, type PlannedEndpoint, plannedEndpoint } from '../planned-endpoint.ts';
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
  count(`most patients that the search looks at, up to ${most}`).max(most).default(byDefault);

type Issues = z.core.ParsePayload['issues'];

/**
 * Reports an endpoint that is good where the plan takes it for bad, or a time under another endpoint's key.
 *
 * @param reason why the plan takes it so
 */
export function checkPlannedEndpoint(
  value: PlannedEndpoint,
  eventIsGood: boolean,
  issues: Issues,
  reason = 'the rates say the opposite',
): void {
  const definition = plannedEndpoint(value, eventIsGood);
  if (definition.eventIsGood !== eventIsGood) {
    const side = eventIsGood ? 'fewer' : 'more';
    const message = `${definition.label}: ${side} is better, but ${reason}`;
    issues.push({ code: 'custom', input: value, message, path: ['endpoint'] });
  }
  checkPlannedTime(value, definition, issues);
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

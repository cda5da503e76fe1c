import type { z } from 'zod';
import { intervalRates } from './interval-boundaries.ts';

/** Rates of an interval design, as far as they are stated. */
export interface StatedIntervalRates {
  readonly target: number;
  readonly underRate?: number | undefined;
  readonly overRate?: number | undefined;
}

/** Reports rates that do not lie on either side of the target. */
export function checkIntervalRates({ value, issues }: z.core.ParsePayload<StatedIntervalRates>): void {
  const { target, underRate, overRate } = intervalRates(value.target, value.underRate, value.overRate);
  const fail = (message: string, key: string) =>
    issues.push({ code: 'custom', input: value, message, path: [key] });
  if (underRate >= target) fail(`${underRate} is not below the target, ${target}`, 'underRate');
  if (overRate <= target) fail(`${overRate} is not above the target, ${target}`, 'overRate');
  if (overRate >= 1)
    fail(`1.4 of the target ${target} is no rate below 1: state a rate that is too high`, 'overRate');
}

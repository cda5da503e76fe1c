import type { Trial } from '../scenario/trial.ts';
import { fillEnrolmentDays } from '../trial/accrual.ts';
import type { ReplicateAddress } from './trial-story.ts';

/** Days of enrolment of a simulated trial's patients, without pauses for looks; undefined without accrual. */
export function enrolmentDays(
  { design: { accrual, sizes }, key }: Trial,
  { world, replicate }: ReplicateAddress,
): Float64Array | undefined {
  if (!accrual) return undefined;
  const days = new Float64Array(sizes.reduce((a, b) => a + b, 0));
  fillEnrolmentDays(accrual, key, world, replicate, days, days.length);
  return days;
}

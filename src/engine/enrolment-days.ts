import type { Trial } from '../scenario/trial.ts';
import { createEnrolment } from '../trial/enrolment.ts';
import type { ReplicateAddress } from './trial-story.ts';

/** Days of enrolment of a simulated trial's patients, without pauses for looks; undefined without accrual. */
export function enrolmentDays(
  { design: { accrual, sizes, centres = 1 }, key }: Trial,
  { world, replicate }: ReplicateAddress,
): Float64Array | undefined {
  if (!accrual) return undefined;
  const total = sizes.reduce((a, b) => a + b, 0);
  const days = new Float64Array(total);
  createEnrolment({ accrual, total, centres })(key, world, replicate, days);
  return days;
}

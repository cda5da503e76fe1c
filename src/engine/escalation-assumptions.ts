import type { Trial } from '../scenario/trial.ts';
import type { Assumption } from './result.ts';

const ALWAYS = [
  'Each level treats patients of its own: the k-th patient of a level is the same whichever method and window come to it.',
  'A toxicity that comes within the window is seen on its day; one that comes after it counts in no decision of a method.',
  'Patients come one by one; those who come while the trial waits for a window are not kept for it.',
  'The onset of an event is independent of the patient’s characteristics and of other events.',
];
const SAFETY =
  'The safety rule sees grave events on their day, within the window or not, and counts a patient who is followed in part as that part of one.';
const LATE =
  'A method that need not wait weighs a patient without toxicity by the share of the window that is over, as if toxicities came evenly over it.';

/** What dose escalation takes for granted in this trial, besides what every scenario does. */
export function escalationAssumptions({ design: { escalation } }: Trial): Assumption[] {
  const { plans, safety } = escalation!;
  return [...ALWAYS, ...(safety ? [SAFETY] : []), ...(plans.some(({ waits }) => !waits) ? [LATE] : [])].map(
    (note): Assumption => ({ about: 'design, escalation', basis: 'assumed', note }),
  );
}

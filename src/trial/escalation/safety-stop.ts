import { posteriorAbove } from '../beta-posterior.ts';
import type { SafetyRule } from './escalation.ts';

/** What is known of a grave event: those seen, and patients reckoned as followed to the horizon. */
export interface SafetyCount {
  readonly events: number;
  /** Events and, of the others, the shares of the horizon for which they were followed. */
  readonly followed: number;
}

/**
 * Whether a grave event ends the trial: where its rate by the horizon probably exceeds what is allowed. A patient who is
 * followed in part counts as that part of a patient.
 *
 * @see Lin, Coleman & Yuan 2020, J Natl Cancer Inst 112:38 (patients followed in part)
 */
export function stopsForSafety(
  { prior, above, cutOff }: SafetyRule,
  { events, followed }: SafetyCount,
): boolean {
  // P(p > p_max | y, n) > γ, p ~ Beta(a + y, b + n − y)
  return events > 0 && posteriorAbove(prior, events, followed, above) > cutOff;
}

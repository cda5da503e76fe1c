import type { SafetyRule } from '../trial/escalation/escalation.ts';
import { percentWords } from '../trial/percent-words.ts';

/** In words: when a grave event ends a dose escalation. */
export function safetySentence(
  { endpoint, above, cutOff, prior }: SafetyRule,
  horizonMonths: number,
): string {
  return `the trial ends where ${endpoint.label} by ${horizonMonths} months is more frequent than ${percentWords(above)} with a posterior probability above ${percentWords(cutOff)}, over all levels, from a prior of beta(${prior.a}, ${prior.b})`;
}

import { type AnyResult, isAimResult, isClaimsResult } from '../engine/any-result.ts';
import { aimText } from './aim-text.ts';
import { escalationText } from './escalation-text.ts';
import { summaryText } from './summary-text.ts';

/** The answer of a run for a terminal. */
export function resultText(result: AnyResult): string[] {
  if (isClaimsResult(result)) return summaryText(result);
  return isAimResult(result) ? aimText(result) : escalationText(result);
}

import { type AnyResult, isAimResult, isClaimsResult } from '../engine/any-result.ts';
import { aimAnswer } from './aim-answer.ts';
import { answer } from './answer.ts';
import { escalationAnswer } from './escalation-answer.ts';

/** The answer of a result in sentences, the headline first. */
export function resultAnswer(result: AnyResult): string[] {
  if (isClaimsResult(result)) return answer(result);
  return isAimResult(result) ? aimAnswer(result) : escalationAnswer(result);
}

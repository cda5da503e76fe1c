import type { AimResult } from './aim-result.ts';
import type { EscalationResult } from './escalation-result.ts';
import type { RunResult } from './result.ts';

/** What a run answers: of claims, of an aim, or of dose escalation. */
export type AnyResult = RunResult | AimResult | EscalationResult;

/** Whether a result is of claims. */
export const isClaimsResult = (result: AnyResult): result is RunResult => 'claims' in result;

/** Whether a result is of an aim. */
export const isAimResult = (result: AnyResult): result is AimResult => 'aim' in result;

/** Whether a result is of dose escalation. */
export const isEscalationResult = (result: AnyResult): result is EscalationResult => 'escalation' in result;

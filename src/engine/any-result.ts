import type { AimResult } from './aim-result.ts';
import type { EscalationResult } from './escalation-result.ts';
import type { RunResult } from './result.ts';

/** What a run answers: of claims, of an aim, or of dose escalation. */
export type AnyResult = RunResult | AimResult | EscalationResult;

const has = (result: unknown, key: string): boolean =>
  typeof result === 'object' && result !== null && key in result;

/**
 * Whether a result is of claims; false of what is no result.
 *
 * @example
 * ```ts
 * import { isClaimsResult, readShipped, run } from 'isoeffect';
 *
 * const result = await run(readShipped('quick-start'), { replicates: 20, worlds: 0, workers: 0 });
 * console.log(isClaimsResult(result)); // true
 * ```
 */
export const isClaimsResult = (result: AnyResult): result is RunResult => has(result, 'claims');

/**
 * Whether a result is of an aim; false of what is no result.
 *
 * @example
 * ```ts
 * import { isAimResult, readShipped, run } from 'isoeffect';
 *
 * const result = await run(readShipped('alpha-beta-precision'), { replicates: 20, worlds: 0, workers: 0 });
 * console.log(isAimResult(result)); // true
 * ```
 */
export const isAimResult = (result: AnyResult): result is AimResult => has(result, 'aim');

/**
 * Whether a result is of dose escalation; false of what is no result.
 *
 * @example
 * ```ts
 * import { isEscalationResult, readShipped, run } from 'isoeffect';
 *
 * const result = await run(readShipped('five-fraction-ladder'), { replicates: 20, worlds: 0, workers: 0 });
 * console.log(isEscalationResult(result)); // true
 * ```
 */
export const isEscalationResult = (result: AnyResult): result is EscalationResult =>
  has(result, 'escalation');

import type { RunResult } from '../engine/result.ts';

/** A result with the name that tells it from those beside it. */
export interface NamedResult {
  readonly name: string;
  readonly result: RunResult;
}

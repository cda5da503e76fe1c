import { type AlphaBetaEstimate, estimateAlphaBeta } from '../evidence/alpha-beta-estimate.ts';
import type { Effects } from '../evidence/effects-schema.ts';
import { VERSION } from './version.ts';

/** What `isoeffect estimate` answers: a pure function of version and effects file. */
export interface EstimateResult extends AlphaBetaEstimate {
  readonly isoeffect: string;
  readonly effects: { readonly sha256: string; readonly resolved: Effects };
}

/** SHA-256 of a text in hexadecimal. */
async function sha256(text: string): Promise<string> {
  const digest = await globalThis.crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The estimate from valid effects, with what repeats it. */
export async function createEstimateResult(
  effects: Effects,
  warnings: readonly string[],
): Promise<EstimateResult> {
  return {
    isoeffect: VERSION,
    ...estimateAlphaBeta(effects, warnings),
    // The schema gives the keys their order
    effects: { sha256: await sha256(JSON.stringify(effects)), resolved: effects },
  };
}

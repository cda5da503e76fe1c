import { type AlphaBetaEstimate, estimateAlphaBeta } from '../evidence/alpha-beta-estimate.ts';
import type { Effects } from '../evidence/effects-schema.ts';
import { sha256 } from './sha256.ts';
import { VERSION } from './version.ts';

/** What `isoeffect estimate` answers: a pure function of version and effects file. */
export interface EstimateResult extends AlphaBetaEstimate {
  readonly isoeffect: string;
  readonly effects: { readonly sha256: string; readonly resolved: Effects };
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

import type { RunResult } from '../engine/result.ts';
import { createLaw, type LawSpec } from '../random/distribution-schema.ts';

/** The cohort's α/β in Gy as planned: its median, and where it varies the middle 80 % of patients. */
export interface CohortAlphaBeta {
  readonly median: number;
  readonly low?: number;
  readonly high?: number;
}

/** The cohort's α/β, or undefined where the scenario has none. */
export function cohortAlphaBeta({ scenario }: RunResult): CohortAlphaBeta | undefined {
  const spec = scenario.resolved.truth.cohort.heterogeneity.alphaBetaGy;
  if (spec === undefined) return undefined;
  if (typeof spec === 'number') return { median: spec };
  const law = createLaw(spec as LawSpec);
  return { median: law.quantile(0.5), low: law.quantile(0.1), high: law.quantile(0.9) };
}

import type { Trial } from '../scenario/trial.ts';
import { isTimeClaim } from '../trial/claims/definition.ts';
import type { ReplicateColumns } from './batch-result.ts';

/**
 * Estimated effect of a claim in a row: on the scale of its test where times decide, else the difference (experimental −
 * control) of its endpoint, or the rate of a single arm among those whom the claim looks at; NaN where there is none.
 */
export function estimateInRow(
  { design, arms: { length: arms } }: Trial,
  columns: ReplicateColumns,
  row: number,
  endpoint: number,
  endpoints: number,
  claim: number,
): number {
  if (columns.times && isTimeClaim(design.claims[claim])) {
    const estimate = columns.times.estimate[row * design.claims.length + claim];
    return Number.isFinite(estimate) ? estimate : Number.NaN;
  }
  if (columns.stratum && design.claims[claim].stratum) {
    const at = row * design.claims.length + claim;
    return columns.stratum.events[at] / columns.stratum.sizes[at];
  }
  const rate = (arm: number): number => {
    const evaluable = columns.evaluable[row * arms + arm];
    const stage = columns.course?.stage[row] ?? 0;
    const enrolled = columns.sizes?.[row * arms + arm] ?? design.sizes[arm];
    const analysed = design.stages[stage - 1]?.patients ?? enrolled;
    const size = design.countsUnevaluableAsFailures ? analysed : evaluable;
    return columns.events[(row * arms + arm) * endpoints + endpoint] / size;
  };
  return arms === 1 ? rate(0) : rate(arms - 1) - rate(0);
}

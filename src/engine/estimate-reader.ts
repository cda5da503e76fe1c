import { endpointIndex, type Trial } from '../scenario/trial.ts';
import { type Claim, isTimeClaim } from '../trial/claims/definition.ts';
import { experimentalArm } from '../trial/experimental-arm.ts';
import type { ReplicateColumns } from './batch-result.ts';

/** The estimated effect of a claim in a row of columns; NaN where there is none. */
export type ReadEstimate = (columns: ReplicateColumns, row: number) => number;

/**
 * Reads the estimated effect of a claim under a truth: on the scale of its test where times decide, else the difference
 * (experimental − control) of its endpoint, or the rate of a single arm, among those whom the claim looks at.
 */
export function createEstimateReader(trial: Trial, truthIndex: number, claim: Claim): ReadEstimate {
  const { claims } = trial.design;
  const k = claims.indexOf(claim);
  if (isTimeClaim(claim))
    return ({ times }, row) => {
      const estimate = times!.estimate[row * claims.length + k];
      return Number.isFinite(estimate) ? estimate : Number.NaN;
    };
  if (claim.stratum)
    return ({ stratum }, row) => {
      const at = row * claims.length + k;
      return stratum!.events[at] / stratum!.sizes[at];
    };
  const rate = createRateReader(trial, truthIndex, claim);
  const experimental = experimentalArm(claim, trial.arms.length);
  if (experimental === 0) return (columns, row) => rate(columns, row, 0);
  if (trial.design.armLooks)
    return (columns, row) => {
      const { controlEvents, controlSizes } = columns.course!.arms!;
      const at = row * claims.length + k;
      return rate(columns, row, experimental) - controlEvents[at] / controlSizes[at];
    };
  return (columns, row) => rate(columns, row, experimental) - rate(columns, row, 0);
}

/** Reads an arm's share of events among the analysed. */
function createRateReader(
  { design, arms, truth }: Trial,
  truthIndex: number,
  claim: Claim,
): (columns: ReplicateColumns, row: number, arm: number) => number {
  const { countsUnevaluableAsFailures, stages, sizes } = design;
  const { length } = arms;
  const known = truth(truthIndex);
  const endpoints = known.truth.endpoints.length;
  const endpoint = endpointIndex(known.truth, claim);
  return (columns, row, arm) => {
    const at = row * length + arm;
    const count = columns.events[at * endpoints + endpoint];
    if (!countsUnevaluableAsFailures) return count / columns.evaluable[at];
    const stage = columns.course?.stage[row] ?? 0;
    return count / (stages[stage - 1]?.patients ?? columns.sizes?.[at] ?? sizes[arm]);
  };
}

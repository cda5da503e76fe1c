import type { RunResult } from '../engine/result.ts';
import { isTimeClaim } from '../trial/claims/definition.ts';
import { experimentalArm } from '../trial/experimental-arm.ts';
import { liveDesign } from './live-design.ts';
import { best } from './numbers.ts';

/**
 * The estimate (difference of two arms, or rate of one) from which a claim passes, half-way between the last count that
 * fails and the first that passes; the control's count is held at its expectation as planned, everyone evaluable.
 * Undefined where every count passes, or none, and where the totals of the arms do not decide.
 */
export function claimThreshold(result: RunResult, index: number): number | undefined {
  const { truths, arms } = result;
  const design = liveDesign(result);
  const claim = design.claims[index];
  if (isTimeClaim(claim) || claim.passesByStratum || claim.stratum) return undefined;
  const evaluable = (size: number): number => Math.round(size * (1 - design.unevaluable));
  const isSingle = arms.length === 1;
  const size = evaluable(design.sizes[experimentalArm(claim, arms.length)]);
  const controlSize = isSingle ? 0 : evaluable(design.sizes[0]);
  const rate = truths[0].arms[0].endpoints[claim.endpoint.name]!.rate;
  const controlEvents = isSingle ? 0 : Math.round(controlSize * best(rate));
  const passes = (events: number): boolean => claim.passes(controlEvents, controlSize, events, size);
  for (let events = 1; events <= size; events++) {
    if (passes(events) === passes(events - 1)) continue;
    return (events - 0.5) / size - (isSingle ? 0 : controlEvents / controlSize);
  }
  return undefined;
}

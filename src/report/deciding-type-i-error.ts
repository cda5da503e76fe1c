import type { RunResult, TruthResult } from '../engine/result.ts';
import type { Estimate } from '../numeric/monte-carlo.ts';
import { liveDesign } from './live-design.ts';

/** The type I error that stands beside the power: that of the claim that decides a hierarchy, else the largest. */
export function decidingTypeIError(result: RunResult, { operatingCharacteristics }: TruthResult): Estimate {
  const [{ endpoint }] = result.claims;
  const { isHierarchical, comparisons } = liveDesign(result);
  return isHierarchical && !comparisons
    ? operatingCharacteristics.byEndpoint[endpoint]!.typeIError
    : operatingCharacteristics.typeIError;
}

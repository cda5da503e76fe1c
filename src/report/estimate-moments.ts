import type { EstimateResult } from '../engine/estimate-result.ts';

/** The coefficients of an estimate with their variances. */
export function momentsOf({ coefficients: { perGy, perGy2, covariance } }: EstimateResult) {
  return {
    perGy: perGy.estimate,
    perGy2: perGy2.estimate,
    variancePerGy: perGy.standardError * perGy.standardError,
    variancePerGy2: perGy2.standardError * perGy2.standardError,
    covariance,
  };
}

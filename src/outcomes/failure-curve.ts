import { shareFailedBy } from '../radiobiology/latency.ts';
import { meanByArm } from './population-rates.ts';
import type { Truth, TruthEndpoint } from './truth.ts';

/** Failures of the arms' populations over time. */
export interface FailureCurve {
  /** Share of an arm's patients in [0, 1] that would have failed by a time in years if nobody died. */
  at(arm: number, years: number): number;
  /** Whether all that was asked came from converged quadrature. */
  isExact(): boolean;
}

/** The failure curves of a truth whose endpoint has a latency. */
export function createFailureCurve(truth: Truth, endpoint: TruthEndpoint): FailureCurve {
  const latency = endpoint.latency!;
  const memory = new Map<number, readonly number[]>();
  let exact = true;
  const meansAt = (shown: number): readonly number[] => {
    const { values, exact: isExact } = meanByArm(truth, endpoint, shown);
    exact &&= isExact;
    return values;
  };
  const longRun = latency.kind === 'mixtureCure' ? meansAt(1) : undefined;
  const at = (arm: number, years: number): number => {
    const shown = shareFailedBy(years, latency);
    // Under mixture cure every patient's curve is the same multiple of F
    if (longRun) return (1 - longRun[arm]) * shown;
    const means = memory.get(years) ?? meansAt(shown);
    memory.set(years, means);
    return 1 - means[arm];
  };
  return { at, isExact: () => exact };
}

import type { TimeClaim } from '../trial/claims/definition.ts';
import { estimateAfterStopping } from '../trial/group-sequential/estimate-after-stopping.ts';
import type { HeldTwoArmLook } from './trial-end.ts';

/** An estimate with its interval, on the scale on which a test estimates: hazard ratios as logarithms. */
export interface AdjustedEstimate {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Median-unbiased estimate and interval of a trial with looks at times, by stage-wise ordering: those of the analysis that
 * decided where it is the first; undefined where that has no finite score.
 *
 * @param held the looks held, the one that decided last
 * @param planned failures planned at the last look
 * @param coverage of the interval
 */
export function adjustedEstimate(
  { times: { scale } }: TimeClaim,
  held: readonly HeldTwoArmLook[],
  planned: number,
  coverage: number,
): AdjustedEstimate | undefined {
  const { finding } = held[held.length - 1];
  if (!finding || !Number.isFinite(finding.statistic) || !Number.isFinite(finding.standardError))
    return undefined;
  const information = held.map((look) => look.information / planned);
  const rises = information.every((at, k) => at > (information[k - 1] ?? 0));
  if (!rises) return undefined;
  const bound = (of: 'efficacy' | 'futility') => held.map(({ bounds }) => bounds[of]);
  const found = estimateAfterStopping(
    { information, upper: bound('efficacy'), lower: bound('futility') },
    { look: held.length - 1, z: finding.statistic },
    coverage,
  );
  // From the estimate of the analysis, by as many standard errors as the drift's expected score is away from its own
  const root = Math.sqrt(information[held.length - 1]);
  const isRatio = scale === 'hazardRatio' || scale === 'subdistributionHazardRatio';
  const effectOf = (drift: number): number => {
    const step = (drift * root - finding.statistic) * finding.standardError;
    return isRatio ? finding.estimate - step : finding.estimate + step;
  };
  const [first, second] = [effectOf(found.low), effectOf(found.high)];
  return {
    estimate: effectOf(found.medianUnbiased),
    low: Math.min(first, second),
    high: Math.max(first, second),
  };
}

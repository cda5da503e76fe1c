import type { EstimateResult } from '../engine/estimate-result.ts';
import type { ArmEffect } from '../evidence/alpha-beta-estimate.ts';
import { normalReach } from '../numeric/normal-reach.ts';
import type { FiellerSet, RatioInterval } from '../trial/alpha-beta/ratio-sets.ts';

/** A number to so many decimals with a true minus sign; a dash where it is none. */
export function plain(value: number | null, decimals = 2): string {
  if (value === null || !Number.isFinite(value)) return '–';
  return value.toFixed(decimals).replace('-', '−');
}

/** `95 %`: a level of confidence. */
export function levelWords(level: number): string {
  return `${Number((100 * level).toPrecision(6))} %`;
}

/** `1.40 to 3.93 Gy`. */
export function intervalWords({ low, high }: RatioInterval, decimals = 2): string {
  return `${plain(low, decimals)} to ${plain(high, decimals)} Gy`;
}

/** A Fieller set in words. */
export function fiellerWords({ kind, low, high }: FiellerSet): string {
  if (kind === 'wholeLine') return 'every value: no bound on either side';
  if (kind === 'complement') return `up to ${plain(low)} Gy, and from ${plain(high)} Gy without bound`;
  if (high === null) return `from ${plain(low)} Gy without bound`;
  if (low === null) return `up to ${plain(high)} Gy`;
  return `${plain(low)} to ${plain(high)} Gy`;
}

/** What the effects are, as a heading. */
export function measureWords({ measure }: Pick<EstimateResult, 'measure'>): string {
  return { oddsRatio: 'odds ratio', hazardRatio: 'hazard ratio', rate: 'rate' }[measure];
}

/** What dose should do to the event. */
export function eventWords({ event }: Pick<EstimateResult, 'event'>): string {
  return event === 'harm' ? 'harm (more dose, more of it)' : 'failure (more dose, less of it)';
}

/** An arm's effect on the scale that its measure is printed on: the ratio, or the rate in percent. */
export function effectWords(result: EstimateResult, arm: ArmEffect): string {
  const { level, arms } = result;
  const reach = normalReach(level) * arm.standardError;
  if (arm.rate !== null) {
    const [low, high] = [arm.rate - reach, arm.rate + reach].map((p) => plain(100 * p, 1));
    return `${plain(100 * arm.rate, 1)} % (${low} to ${high})`;
  }
  if (arm === arms[0]) return '1';
  const [ratio, low, high] = [0, -reach, reach].map((by) => plain(Math.exp(arm.effect + by)));
  return `${ratio} (${low} to ${high})`;
}

/** An arm's fitted effect on the same scale. */
export function fittedWords({ arms: [control] }: EstimateResult, arm: ArmEffect): string {
  return control.rate === null
    ? plain(Math.exp(arm.fitted))
    : `${plain(100 * (control.rate + arm.fitted), 1)} %`;
}

/** `0.0494 ± 0.0357`: a coefficient with its standard error. */
export function coefficientWords({
  estimate,
  standardError,
}: {
  estimate: number;
  standardError: number;
}): string {
  return `${plain(estimate, 4)} ± ${plain(standardError, 4)}`;
}

/** `28.1 Gy in 5 fractions (95 % 26.1 to 30.1 Gy)`. */
export function isoeffectiveWords(
  { fractions, totalDoseGy }: EstimateResult['isoeffective'][number],
  level: number,
): string {
  return `${plain(totalDoseGy.estimate, 1)} Gy in ${fractions} fraction${fractions === 1 ? '' : 's'} (${levelWords(level)} ${intervalWords(totalDoseGy, 1)})`;
}

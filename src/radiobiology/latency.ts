import { normalCdf } from '../numeric/normal-cdf.ts';
import { normalQuantile } from '../numeric/normal-quantile.ts';

/** How failures to come are spread over time. */
export const latencyKinds = ['mixtureCure', 'promotionTime', 'proportionalHazards'] as const;
export type LatencyKind = (typeof latencyKinds)[number];

/** Log-normal law of the time from surgery to a local failure that will happen. */
export interface LogNormalLatency {
  readonly medianYears: number;
  /** Standard deviation of the natural logarithm. */
  readonly sigma: number;
}

/** Hazards that never end: the model's probability holds at `atYears`, the hazard goes with t^(shape − 1). */
export interface WeibullHazard {
  readonly atYears: number;
  /** 1 is a constant hazard. */
  readonly shape: number;
}

/**
 * Time from surgery to local failure. `mixtureCure`: a failure that will happen has its time by F. `promotionTime`: each
 * surviving clonogen has its own time by F and the first is the failure, so that many survivors fail early.
 * `proportionalHazards`: nobody is cured, and patients' hazards keep their ratio.
 */
export type Latency =
  | ({ readonly kind: 'mixtureCure' | 'promotionTime' } & LogNormalLatency)
  | ({ readonly kind: 'proportionalHazards' } & WeibullHazard);

/**
 * F(t): share of latencies up to `years`, by the log-normal law; of hazards that never end, the cumulative hazard by then
 * as a multiple of that at their time, which exceeds 1 later.
 */
export function shareFailedBy(years: number, latency: LogNormalLatency | WeibullHazard): number {
  // F(t) = (t/t₀)^k
  if ('shape' in latency) return Math.exp(latency.shape * Math.log(years / latency.atYears));
  return normalCdf(Math.log(years / latency.medianYears) / latency.sigma);
}

/** Inverse of {@link shareFailedBy}: years by which the share has failed. */
function yearsOfShare(share: number, latency: Latency): number {
  if (latency.kind === 'proportionalHazards')
    return latency.atYears * Math.exp(Math.log(share) / latency.shape);
  return latency.medianYears * Math.exp(latency.sigma * normalQuantile(share));
}

/**
 * Control at a time of patients with this long-run control, once F has reached `shown`.
 *
 * @param longRunControl π, probability in [0, 1] of never failing; of proportional hazards, of control at their time
 * @see Boag 1949, J R Stat Soc B 11:15; Berkson & Gage 1952, J Am Stat Assoc 47:501; Tsodikov 2003, J Am Stat Assoc
 *   98:1063 (promotion time)
 */
export function controlOnceShown(shown: number, longRunControl: number, kind: LatencyKind): number {
  // LC(t) = 1 − (1 − π)F(t), or else π^F(t) = exp(−θF(t)), θ = −ln π
  if (kind === 'mixtureCure') return 1 - (1 - longRunControl) * shown;
  return longRunControl === 0 ? (shown === 0 ? 1 : 0) : Math.exp(shown * Math.log(longRunControl));
}

/** Control at a time: {@link controlOnceShown} with F(t) of the latency. */
export function controlAt(years: number, longRunControl: number, latency: Latency): number {
  return controlOnceShown(shareFailedBy(years, latency), longRunControl, latency.kind);
}

/**
 * Time in years of the failure of a patient who will fail (with proportional hazards: by their time), whose uniform is
 * `u` in (0, 1).
 *
 * @param longRunControl π of this patient, everything hidden given
 */
export function failureTimeYears(u: number, longRunControl: number, latency: Latency): number {
  // Promotion time: P(T ≤ t | failure) = (1 − π^F)/(1 − π), so F = ln(1 − u(1 − π))/ln π; with π near 0 it is 0
  const share =
    latency.kind === 'mixtureCure' || longRunControl >= 1
      ? u
      : Math.log1p(-u * (1 - longRunControl)) / Math.log(longRunControl);
  return yearsOfShare(share, latency);
}

/**
 * Time in years of the failure of a patient who is still controlled in the long run, or at the time of proportional
 * hazards; ∞ for those who are cured.
 */
export function laterFailureYears(u: number, longRunControl: number, latency: Latency): number {
  if (latency.kind !== 'proportionalHazards' || longRunControl >= 1) return Infinity;
  // S(t)/π = π^(F − 1) = u
  return yearsOfShare(1 + Math.log(u) / Math.log(longRunControl), latency);
}

/**
 * Time in years of the failure of a patient whose control at an endpoint's time is stated, not in the long run: as under
 * the long-run control that leads there, as far as one does.
 *
 * @param controlAtTime probability in [0, 1] of control at the time
 * @param shown F at the time, as {@link shareFailedBy} gives it; above 0
 * @param isControlled whether the patient is controlled at the time
 */
export function failureTimeYearsAtMargin(
  u: number,
  controlAtTime: number,
  shown: number,
  isControlled: boolean,
  latency: Latency,
): number {
  if (latency.kind === 'mixtureCure') {
    if (!isControlled) return yearsOfShare(u * shown, latency);
    // P(failure later | control now) = (1 − F)·min(1, (1 − p)/F)/p
    const later = ((1 - shown) * Math.min(1, (1 - controlAtTime) / shown)) / controlAtTime;
    return u < later ? yearsOfShare(shown + (u / later) * (1 - shown), latency) : Infinity;
  }
  if (controlAtTime >= 1) return Infinity;
  // S(t) = p^(F(t)/F): before the time u(1 − p) has failed, after it u·p is left
  const left = isControlled ? Math.log(u) + Math.log(controlAtTime) : Math.log1p(-u * (1 - controlAtTime));
  const share = (shown * left) / Math.log(controlAtTime);
  if (latency.kind === 'promotionTime' && share >= 1) return Infinity;
  return yearsOfShare(share, latency);
}

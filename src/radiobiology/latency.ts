import { normalCdf } from '../numeric/normal-cdf.ts';
import { normalQuantile } from '../numeric/normal-quantile.ts';

/** How failures to come are spread over time. */
export const latencyKinds = ['mixtureCure', 'promotionTime'] as const;
export type LatencyKind = (typeof latencyKinds)[number];

/** Time from surgery to local failure, with log-normal F. */
export interface Latency {
  /**
   * `mixtureCure`: a failure that will happen has its time by F. `promotionTime`: each surviving clonogen has its own
   * time by F and the first is the failure, so that many survivors fail early.
   */
  readonly kind: LatencyKind;
  readonly medianYears: number;
  /** Standard deviation of the natural logarithm. */
  readonly sigma: number;
}

/** F(t): share of latencies up to `years`, by the log-normal law. */
export function shareFailedBy(years: number, latency: Omit<Latency, 'kind'>): number {
  return normalCdf(Math.log(years / latency.medianYears) / latency.sigma);
}

/**
 * Control at a time of patients with this long-run control, once F has reached `shown`.
 *
 * @param longRunControl π, probability in [0, 1] of never failing
 * @see Boag 1949, J R Stat Soc B 11:15; Berkson & Gage 1952, J Am Stat Assoc 47:501; Tsodikov 2003, J Am Stat Assoc
 *   98:1063 (promotion time)
 */
export function controlOnceShown(shown: number, longRunControl: number, kind: LatencyKind): number {
  // LC(t) = 1 − (1 − π)F(t), or π^F(t) = exp(−θF(t)), θ = −ln π
  if (kind === 'mixtureCure') return 1 - (1 - longRunControl) * shown;
  return longRunControl === 0 ? (shown === 0 ? 1 : 0) : Math.exp(shown * Math.log(longRunControl));
}

/** Control at a time: {@link controlOnceShown} with F(t) of the latency. */
export function controlAt(years: number, longRunControl: number, latency: Latency): number {
  return controlOnceShown(shareFailedBy(years, latency), longRunControl, latency.kind);
}

/**
 * Time in years of the failure of a patient who will fail, whose uniform is `u` in (0, 1).
 *
 * @param longRunControl π of this patient, everything hidden given
 */
export function failureTimeYears(u: number, longRunControl: number, latency: Latency): number {
  const { kind, medianYears, sigma } = latency;
  // Promotion time: P(T ≤ t | failure) = (1 − π^F)/(1 − π), so F = ln(1 − u(1 − π))/ln π; with π near 0 it is 0
  const share =
    kind === 'mixtureCure' || longRunControl >= 1
      ? u
      : Math.log1p(-u * (1 - longRunControl)) / Math.log(longRunControl);
  return medianYears * Math.exp(sigma * normalQuantile(share));
}

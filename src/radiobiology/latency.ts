import { normalCdf } from '../numeric/normal-cdf.ts';
import { normalQuantile } from '../numeric/normal-quantile.ts';

/** Log-normal time from surgery to a local failure that will happen. */
export interface Latency {
  readonly medianYears: number;
  /** Standard deviation of the natural logarithm. */
  readonly sigma: number;
}

/** Share of failures that have shown by `years`: F(t) of the log-normal law. */
export function shareFailedBy(years: number, latency: Latency): number {
  return normalCdf(Math.log(years / latency.medianYears) / latency.sigma);
}

/** Time in years of a failure whose uniform is `u` in (0, 1). */
export function failureTimeYears(u: number, latency: Latency): number {
  return latency.medianYears * Math.exp(latency.sigma * normalQuantile(u));
}

/**
 * Control at a time under the mixture-cure model: the cured share stays controlled, the rest fail by the latency law.
 *
 * @param longRunControl probability in [0, 1] of never failing
 * @see Boag 1949, J R Stat Soc B 11:15; Berkson & Gage 1952, J Am Stat Assoc 47:501
 */
export function controlAt(years: number, longRunControl: number, latency: Latency): number {
  // LC(t) = π + (1 − π)(1 − F(t))
  return 1 - (1 - longRunControl) * shareFailedBy(years, latency);
}

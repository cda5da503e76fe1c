import type { Equations } from '../numeric/equations.ts';
import { normalCdf } from '../numeric/normal-cdf.ts';

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

const LOG_NORMAL = 'F(t) = Φ((ln t − ln t_m)/σ)';
const logNormalSymbols = { 'logNormal.medianYears': 't_m', 'logNormal.sigma': 'σ' };

/** What each law of time is, for those who read about it. */
export const latencyLaws: Readonly<
  Record<
    LatencyKind,
    Equations & { readonly name: string; readonly text: string; readonly reference: string }
  >
> = {
  mixtureCure: {
    name: 'mixture cure',
    text: 'The cured share stays controlled, the others fail by a log-normal latency.',
    reference: 'Boag 1949, J R Stat Soc B 11:15; Berkson & Gage 1952, J Am Stat Assoc 47:501',
    equations: ['LC(t) = 1 − (1 − LC_∞)·F(t)', LOG_NORMAL],
    symbols: logNormalSymbols,
  },
  promotionTime: {
    name: 'promotion time',
    text: 'Each surviving clonogen has a log-normal latency and the first is the failure, for a patient whose hidden draws are known.',
    reference: 'Tsodikov, Ibrahim & Yakovlev 2003, J Am Stat Assoc 98:1063',
    equations: ['LC(t) = LC_∞^(F(t))', LOG_NORMAL],
    symbols: logNormalSymbols,
  },
  proportionalHazards: {
    name: 'proportional hazards',
    text: 'Hazards never end and keep their ratio between patients; the model’s rates hold at one time.',
    reference: 'Cox 1972, J R Stat Soc B 34:187',
    equations: ['LC(t) = LC(t_0)^((t/t_0)^k)', 'LC(t_0): "control by the model"'],
    symbols: { 'weibull.atYears': 't_0', 'weibull.shape': 'k' },
  },
};

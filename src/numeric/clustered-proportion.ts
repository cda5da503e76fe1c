import { type Estimate, estimateProportion } from './monte-carlo.ts';

/** Sums over clusters of the counts e among n: whole numbers, so that they add up in any order. */
export interface ClusterSums {
  clusters: number;
  /** Σ e. */
  count: number;
  /** Σ n. */
  total: number;
  /** Σ e². */
  countSquared: number;
  /** Σ e·n. */
  product: number;
  /** Σ n². */
  totalSquared: number;
}

/** Sums over no cluster. */
export function emptyClusters(): ClusterSums {
  return { clusters: 0, count: 0, total: 0, countSquared: 0, product: 0, totalSquared: 0 };
}

/** Sums over one cluster with `count` events among `total`. */
export function oneCluster(count: number, total: number): ClusterSums {
  return {
    clusters: 1,
    count,
    total,
    countSquared: count * count,
    product: count * total,
    totalSquared: total * total,
  };
}

/** Adds the sums of other clusters, in place. */
export function addCluster(sum: ClusterSums, other: ClusterSums): void {
  for (const key of Object.keys(sum) as (keyof ClusterSums)[]) sum[key] += other[key];
}

/** A smaller share of Σ e² is what rounding leaves of no residual. */
const ROUNDING = 1e-12;

/**
 * A proportion whose trials hang together within clusters: the ratio of sums, its MCSE from the clusters' residuals.
 * One cluster, or none with a residual, shows no spread: there the MCSE is that of independent trials.
 *
 * @see Cochran 1977, Sampling Techniques, ch. 6 (ratio estimates)
 */
export function estimateClusteredProportion(sums: ClusterSums, exact?: number): Estimate {
  const { clusters, count, total, countSquared, product, totalSquared } = sums;
  const independent = estimateProportion(count, total, exact);
  const p = count / total;
  // Var p̂ = K/(K − 1)·Σ(e − p̂n)²/(Σn)²
  const residual = countSquared - 2 * p * product + p * p * totalSquared;
  if (clusters < 2 || count === total || !(residual > ROUNDING * countSquared)) return independent;
  return { ...independent, mcse: Math.sqrt((clusters / (clusters - 1)) * residual) / total };
}

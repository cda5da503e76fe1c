import { difference, meanError, type Series } from './series.ts';

/** An estimate's standard error, with its value in each replicate where it has one. */
export interface ErrorOfMean {
  readonly mcse: number;
  readonly series: Series | undefined;
}

/** Mean product of the deviations of two series over their common replicates. */
function covariance(a: Series, b: Series): number {
  const common = Math.min(a.length, b.length);
  let [meanA, meanB] = [0, 0];
  for (let r = 0; r < common; r++) {
    meanA += a.at(r) / common;
    meanB += b.at(r) / common;
  }
  let sum = 0;
  for (let r = 0; r < common; r++) sum += (a.at(r) - meanA) * (b.at(r) - meanB);
  return sum / Math.max(1, common - 1);
}

/**
 * Monte Carlo standard error of the difference of two estimates whose replicates share their random numbers: that of the
 * mean difference, replicate by replicate. Flags that never differ are taken half a count inside, as at 0 of n.
 *
 * @see Law 2015, Simulation Modeling and Analysis, 5th ed., §11.2 (common random numbers)
 */
export function pairedError(a: ErrorOfMean, b: ErrorOfMean): number {
  const independent = Math.sqrt(a.mcse * a.mcse + b.mcse * b.mcse);
  if (!a.series || !b.series) return independent;
  const [m, n] = [a.series.length, b.series.length];
  if (m !== n) {
    // Var(ā − b̄) = Var ā + Var b̄ − 2·min(m, n)·Cov/(m·n)
    const shared = (2 * Math.min(m, n) * covariance(a.series, b.series)) / (m * n);
    return Math.sqrt(Math.max(0, a.mcse * a.mcse + b.mcse * b.mcse - shared));
  }
  if (n < 2) return independent;
  const error = meanError(difference(a.series, b.series));
  if (error > 0 || !(a.series.isFlag && b.series.isFlag)) return error;
  const share = 0.5 / (n + 1);
  return Math.sqrt((share * (1 - share)) / n);
}

import type { TwoArmCounts } from './tests/definition.ts';

/** A difference of success rates common to all strata, experimental − control, with its variance. */
export interface CommonRiskDifference {
  readonly estimate: number;
  readonly variance: number;
}

/**
 * Mantel–Haenszel estimate of the common risk difference with Sato's variance, which holds for few large and for many
 * small strata; undefined where no stratum has patients in both arms.
 *
 * @see Greenland & Robins 1985, Biometrics 41:55 (estimate). doi:10.2307/2530643
 * @see Sato 1989, Biometrics 45:1323 (variance); Klingenberg 2014, Statistics in Medicine 33:2968. doi:10.1002/sim.6122
 */
export function commonRiskDifference(strata: readonly TwoArmCounts[]): CommonRiskDifference | undefined {
  let [weights, differences, p, q] = [0, 0, 0, 0];
  for (const {
    controlSuccesses: x,
    controlSize: n,
    experimentalSuccesses: y,
    experimentalSize: m,
  } of strata) {
    const total = n + m;
    if (total === 0) continue;
    // w = mn/N, wδ = (yn − xm)/N
    weights += (m * n) / total;
    differences += (y * n - x * m) / total;
    // P = (m²x − n²y + mn(n − m)/2)/N², Q = (y(n − x) + x(m − y))/(2N)
    p += (m * m * x - n * n * y + (m * n * (n - m)) / 2) / (total * total);
    q += (y * (n - x) + x * (m - y)) / (2 * total);
  }
  if (weights === 0) return undefined;
  // δ = Σwδ/Σw, Var δ = (δ ΣP + ΣQ)/(Σw)²
  const estimate = differences / weights;
  return { estimate, variance: Math.max(0, (estimate * p + q) / (weights * weights)) };
}

/** Largest weight before all are scaled down. */
const LARGE = 1e100;

/** Mean and variance of the experimental arm's share of failures at one time. */
export interface TiedMoments {
  mean: number;
  variance: number;
}

/**
 * Moments of the experimental arm's number among `failures` at one time, given all who were at risk: Fisher's noncentral
 * hypergeometric distribution, Bernoulli where there is one failure, hypergeometric at a ratio of 1. With ties the ratio is
 * thus that of the hazards' odds: Cox's discrete model.
 *
 * @see Cox 1972, Journal of the Royal Statistical Society B 34:187, section 6
 */
export function tiedMoments(
  failures: number,
  controlAtRisk: number,
  experimentalAtRisk: number,
  ratio: number,
  into: TiedMoments,
): void {
  const weighted = ratio * experimentalAtRisk;
  const share = weighted / (controlAtRisk + weighted);
  const atRisk = controlAtRisk + experimentalAtRisk;
  if (failures === 1 || ratio === 1) {
    // V = d p (1 − p) (n − d) / (n − 1)
    const tied = failures === 1 ? 1 : (atRisk - failures) / (atRisk - 1);
    into.mean = failures * share;
    into.variance = failures * share * (controlAtRisk / (controlAtRisk + weighted)) * tied;
    return;
  }
  const least = Math.max(0, failures - controlAtRisk);
  const most = Math.min(failures, experimentalAtRisk);
  const centre = Math.max(least, Math.min(most, failures * share));
  let [weight, sum, first, second] = [1, 0, 0, 0];
  for (let k = least; k <= most; k++) {
    const off = k - centre;
    sum += weight;
    first += weight * off;
    second += weight * off * off;
    // w(k + 1) / w(k) = θ (n₁ − k)(d − k) / ((k + 1)(n₀ − d + k + 1)), from C(n₁, k) C(n₀, d − k) θᵏ
    weight *=
      (ratio * (experimentalAtRisk - k) * (failures - k)) / ((k + 1) * (controlAtRisk - failures + k + 1));
    if (sum > LARGE || weight > LARGE) {
      weight /= LARGE;
      sum /= LARGE;
      first /= LARGE;
      second /= LARGE;
    }
  }
  into.mean = centre + first / sum;
  into.variance = second / sum - (first / sum) * (first / sum);
}

import { gaussLegendre } from './gauss-legendre.ts';
import { normalCdf } from './normal-cdf.ts';

const rule = gaussLegendre(20);

/**
 * P(X ≤ h, Y ≤ k) of two standard normal variables with this correlation, absolute error below 1e-14.
 *
 * @param h may be ±∞, and so may k
 * @param correlation in [−1, 1]
 * @throws RangeError if the correlation is outside
 * @see Drezner & Wesolowsky 1990, J Stat Comput Simul 35:101 (the integral over arcsin ρ)
 */
export function bivariateNormalCdf(h: number, k: number, correlation: number): number {
  if (!(Math.abs(correlation) <= 1)) {
    throw new RangeError(`invalid correlation: ${correlation} (must be in [-1, 1])`);
  }
  const independent = normalCdf(h) * normalCdf(k);
  if (!Number.isFinite(h) || !Number.isFinite(k) || correlation === 0) return independent;
  if (correlation === 1) return normalCdf(Math.min(h, k));
  if (correlation === -1) return h + k <= 0 ? 0 : normalCdf(h) - normalCdf(-k);
  // Φ₂ = Φ(h) Φ(k) + 1/(2π) ∫₀^{arcsin ρ} exp(−(h² + k² − 2hk sin θ)/(2 cos² θ)) dθ
  const sign = Math.sign(correlation);
  const density = (fromQuarter: number): number => {
    // θ = ±(π/2 − fromQuarter): cos θ = sin(fromQuarter) keeps its digits
    const cosine = Math.sin(fromQuarter);
    const half = Math.sin(fromQuarter / 2);
    // h² + k² ∓ 2hk sin|θ| = (h ∓ k)² ± 2hk (1 − sin|θ|), 1 − sin|θ| = 2 sin²(fromQuarter/2)
    const apart = h - sign * k;
    return Math.exp(-(apart * apart + 4 * sign * h * k * half * half) / (2 * cosine * cosine));
  };
  const nearest = Math.acos(Math.abs(correlation));
  return independent + (sign / (2 * Math.PI)) * integrateTowards(density, nearest, Math.PI / 2);
}

/** Integral over [low, high], in panels that halve towards 0: there the integrand turns ever faster. */
function integrateTowards(f: (x: number) => number, low: number, high: number): number {
  let sum = 0;
  for (let right = high; right > low; ) {
    const left = Math.max(low, right / 2);
    const [middle, radius] = [(left + right) / 2, (right - left) / 2];
    for (let i = 0; i < rule.nodes.length; i++)
      sum += radius * rule.weights[i] * f(middle + radius * rule.nodes[i]);
    right = left;
  }
  return sum;
}

/** What lessons are checked against, written anew from the formulas. */

/** EQD2 in Gy of n fractions of d Gy. */
export const equivalent = (n: number, d: number, x: number): number => (n * d * (d + x)) / (2 + x);

/** Local control by the logistic in EQD2 that has 93 % at 50 Gy. */
export function control(eqd2Gy: number, gamma50: number): number {
  const d50 = 50 / (1 + Math.log(0.93 / 0.07) / (4 * gamma50));
  return 1 / (1 + Math.exp(-4 * gamma50 * (eqd2Gy / d50 - 1)));
}

/** α/β in Gy at which 5 × d Gy controls 93 % less the margin. */
export function border(d: number, margin: number, gamma50: number): number {
  const d50 = 50 / (1 + Math.log(0.93 / 0.07) / (4 * gamma50));
  const rate = 0.93 - margin;
  const needed = d50 * (1 + Math.log(rate / (1 - rate)) / (4 * gamma50));
  // 5d(d + x) = E(2 + x)
  return (5 * d * d - 2 * needed) / (needed - 5 * d);
}

/** E[f(Z)] of a standard normal Z, by Simpson's rule on [−8, 8] in so many pieces. */
export function normalMean(f: (z: number) => number, pieces = 640): number {
  const step = 16 / pieces;
  let sum = 0;
  for (let i = 0; i <= pieces; i++) {
    const z = -8 + i * step;
    const weight = i === 0 || i === pieces ? 1 : i % 2 === 1 ? 4 : 2;
    sum += weight * f(z) * Math.exp((-z * z) / 2);
  }
  return (sum * step) / 3 / Math.sqrt(2 * Math.PI);
}

/** P(Z ≤ z) of a standard normal, by Simpson's rule from 0. */
export function normalShare(z: number): number {
  const pieces = 400;
  const step = z / pieces;
  let sum = 0;
  for (let i = 0; i <= pieces; i++) {
    const t = i * step;
    sum += (i === 0 || i === pieces ? 1 : i % 2 === 1 ? 4 : 2) * Math.exp((-t * t) / 2);
  }
  return 0.5 + (sum * step) / 3 / Math.sqrt(2 * Math.PI);
}

/** Binomial probabilities of 0 … n. */
export function binomial(n: number, p: number): number[] {
  const out: number[] = [];
  let logChoose = 0;
  for (let k = 0; k <= n; k++) {
    out.push(Math.exp(logChoose + k * Math.log(p) + (n - k) * Math.log1p(-p)));
    logChoose += Math.log((n - k) / (k + 1));
  }
  return out;
}

const Z95 = 1.6448536269514722;

/** z of the difference against −margin with the unpooled variance. */
export function waldScore(c: number, e: number, n: number, margin: number): number {
  const [pc, pe] = [c / n, e / n];
  const variance = (pc * (1 - pc) + pe * (1 - pe)) / n;
  const distance = pe - pc + margin;
  return variance === 0 ? Math.sign(distance) * Infinity : distance / Math.sqrt(variance);
}

/** z with the variance at the margin, control rate by maximum likelihood through bisection (Farrington & Manning 1990). */
export function scoreAtMargin(c: number, e: number, n: number, margin: number): number {
  let [low, high] = [margin, 1];
  const slope = (p: number): number =>
    c / p - (n - c) / (1 - p) + e / (p - margin) - (n - e) / (1 - p + margin);
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (slope(middle) > 0) low = middle;
    else high = middle;
  }
  const [p, q] = [low, low - margin];
  return ((e - c) / n + margin) / Math.sqrt((p * (1 - p) + q * (1 - q)) / n);
}

/** By the control's count, the least count of the experimental arm that shows the claim at a one-sided 5 %; n + 1 where none does. */
export function leastCounts(score: typeof waldScore, n: number, margin: number): number[] {
  return Array.from({ length: n + 1 }, (_, c) => {
    let [low, high] = [0, n + 1];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (score(c, middle, n, margin) >= Z95) high = middle;
      else low = middle + 1;
    }
    return low;
  });
}

/** Power from such counts. */
export function powerOf(least: readonly number[], pc: number, pe: number): number {
  const n = least.length - 1;
  const experimental = binomial(n, pe);
  const upper = new Array<number>(n + 2).fill(0);
  for (let k = n; k >= 0; k--) upper[k] = upper[k + 1] + experimental[k];
  return binomial(n, pc).reduce((sum, p, c) => sum + p * upper[least[c]], 0);
}

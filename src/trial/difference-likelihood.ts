/**
 * Maximum-likelihood rates of two binomial samples under p₁ − p₂ = `difference`: the closed root of the cubic.
 *
 * @param difference in (−1, 1)
 * @returns [p₁, p₂]
 * @see Farrington & Manning 1990, Statistics in Medicine 9:1447, appendix. doi:10.1002/sim.4780091208
 */
export function ratesUnderDifference(
  events1: number,
  size1: number,
  events2: number,
  size2: number,
  difference: number,
): [number, number] {
  const [p1, p2, theta, s] = [events1 / size1, events2 / size2, size2 / size1, difference];
  const a = 1 + theta;
  const b = -(1 + theta + p1 + theta * p2 + s * (theta + 2));
  const c = s * s + s * (2 * p1 + theta + 1) + p1 + theta * p2;
  const d = -p1 * s * (1 + s);
  const third = b / (3 * a);
  const v = third * third * third - (b * c) / (6 * a * a) + d / (2 * a);
  const radius = Math.sqrt(Math.max(0, third * third - c / (3 * a)));
  const u = v < 0 ? -radius : radius;
  const cosine = u === 0 ? 0 : Math.min(1, Math.max(-1, v / (u * u * u)));
  const root = 2 * u * Math.cos((Math.PI + Math.acos(cosine)) / 3) - third;
  const rate1 = Math.min(Math.min(1, 1 + s), Math.max(Math.max(0, s), root));
  return [rate1, rate1 - s];
}

import { gaussLegendre, type QuadratureRule } from './gauss-legendre.ts';
import { normalCdf } from './normal-cdf.ts';

/** The law, at one look, of normal scores whose path no earlier look has stopped. */
export interface PathLaw {
  readonly information: number;
  /** E Z of all paths, stopped ones too: drift·√information. */
  readonly mean: number;
  /** P(not stopped before, Z ≥ z); z may be ±∞. */
  above(z: number): number;
  /** P(not stopped before, Z < z). */
  below(z: number): number;
  /** E[Z; not stopped before, Z ≥ z]. */
  meanAbove(z: number): number;
  /** E[Z; not stopped before, Z < z]. */
  meanBelow(z: number): number;
  /**
   * The law at a later look of the paths with lower ≤ Z < upper at this one; either may be infinite.
   *
   * @throws RangeError if the information does not rise, or by less than a millionth of it
   */
  continuing(lower: number, upper: number, information: number): PathLaw;
}

/** Points of the rule in each panel, and how many standard deviations of the narrowest normal law a panel spans. */
const RULE: QuadratureRule = gaussLegendre(10);
const PANEL = 2;
/** Standard deviations beyond which a normal density is left out: 1.2e-15 lies there. */
const REACH = 8;
const LEAST_STEP = 1e-6;

/**
 * Scores Z of independent increments: at information I they are normal with mean drift·√I and variance 1, and
 * Z√I has independent increments. Stopping probabilities by recursive integration, absolute error below 1e-10.
 *
 * @param drift mean of Z at information 1
 * @param information at the first look, above 0
 * @throws RangeError if one is not finite, or the information not above 0
 * @see Armitage, McPherson & Rowe 1969, J R Stat Soc A 132:235; Jennison & Turnbull 2000, Group Sequential Methods, ch. 19
 */
export function pathLaw(drift: number, information: number): PathLaw {
  if (!Number.isFinite(drift)) throw new RangeError(`invalid drift: ${drift} (must be finite)`);
  if (!(information > 0 && information < Infinity))
    throw new RangeError(`invalid information: ${information} (must be > 0)`);
  return lawFrom(Float64Array.of(0), Float64Array.of(1), drift, 0, information);
}

/**
 * @param at where paths stood at the look before, as Z√I, rising
 * @param mass probability at each of them
 */
function lawFrom(
  at: Float64Array,
  mass: Float64Array,
  drift: number,
  before: number,
  information: number,
): PathLaw {
  const step = information - before;
  const [scale, spread] = [Math.sqrt(information), Math.sqrt(step)];
  const sum = (term: (distance: number, from: number) => number, z: number): number => {
    let total = 0;
    for (let i = 0; i < at.length; i++) {
      const from = at[i] + drift * step;
      total += mass[i] * term((z * scale - from) / spread, from);
    }
    return total;
  };
  // E[B; B ≥ b] = m Φ((m − b)/s) + s φ((m − b)/s), B = Z√I normal with mean m and standard deviation s
  const mean = (sign: number) => (distance: number, from: number) =>
    from * normalCdf(sign * distance) - sign * spread * normalDensity(distance);
  return {
    information,
    mean: drift * scale,
    above: (z) => sum((distance) => normalCdf(-distance), z),
    below: (z) => sum(normalCdf, z),
    meanAbove: (z) => sum(mean(-1), z) / scale,
    meanBelow: (z) => sum(mean(1), z) / scale,
    continuing: (lower, upper, later) => {
      requireRise(information, later);
      const centre = drift * information;
      const low = Math.max(lower * scale, centre - REACH * scale);
      const high = Math.min(upper * scale, centre + REACH * scale);
      const grid = gridOver(low, high, PANEL * Math.min(spread, Math.sqrt(later - information)));
      const masses = massesAt(grid, at, mass, drift * step, spread);
      return lawFrom(grid.nodes, masses, drift, information, later);
    },
  };
}

function requireRise(information: number, later: number): void {
  if (!(later - information >= LEAST_STEP * later && later < Infinity))
    throw new RangeError(
      `invalid information: ${later} after ${information} (must rise by a millionth of itself or more)`,
    );
}

/** φ(x) = exp(−x²/2)/√(2π) */
const normalDensity = (x: number): number => 0.3989422804014327 * Math.exp(-0.5 * x * x);

/** A composite rule over [low, high] in equal panels no wider than stated; no points where the interval is empty. */
function gridOver(low: number, high: number, widest: number): QuadratureRule {
  const panels = high > low ? Math.ceil((high - low) / widest) : 0;
  const order = RULE.nodes.length;
  const nodes = new Float64Array(panels * order);
  const weights = new Float64Array(panels * order);
  const radius = (high - low) / panels / 2;
  for (let panel = 0; panel < panels; panel++) {
    for (let i = 0; i < order; i++) {
      nodes[panel * order + i] = low + (2 * panel + 1 + RULE.nodes[i]) * radius;
      weights[panel * order + i] = RULE.weights[i] * radius;
    }
  }
  return { nodes, weights };
}

/** Density of the next look times the grid's weights: Σ mass·φ((b − a − shift)/s)/s over the sources a within reach. */
function massesAt(
  { nodes, weights }: QuadratureRule,
  at: Float64Array,
  mass: Float64Array,
  shift: number,
  spread: number,
): Float64Array {
  const masses = new Float64Array(nodes.length);
  const reach = REACH * spread;
  let first = 0;
  for (let k = 0; k < nodes.length; k++) {
    const from = nodes[k] - shift;
    while (first < at.length && at[first] < from - reach) first++;
    let density = 0;
    for (let i = first; i < at.length && at[i] <= from + reach; i++)
      density += mass[i] * normalDensity((from - at[i]) / spread);
    masses[k] = (weights[k] * density) / spread;
  }
  return masses;
}

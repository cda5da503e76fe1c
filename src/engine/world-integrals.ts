import { findRoot } from '../numeric/find-root.ts';
import { gaussLegendre } from '../numeric/gauss-legendre.ts';
import type { Distribution } from '../random/distributions/definition.ts';
import type { UncertainLaw, WorldDraw } from '../scenario/truth-specs.ts';
import { createWorldSurface, SURFACE_REACH, type WorldValues } from './world-surface.ts';

/** What is integrated over the worlds: several numbers of each, smooth but where something turns positive. */
export interface WorldIntegrand {
  /** Numbers of a world that cut the integral where they change their sign; 0 counts as not positive. */
  signs(values: WorldValues): readonly number[];
  /** What is integrated, where each of these is positive or not; as many numbers for every world. */
  integrals(values: WorldValues, isPositive: readonly boolean[]): readonly number[];
}

type Integrals = readonly number[];

/** Beyond ±7 the standard normal holds 3e-12. */
const REACH = 7;
/** Steps at which signs are looked at for a change. */
const SCAN_STEP = 0.25;
const RULE = gaussLegendre(10);
const DENSITY = 1 / Math.sqrt(2 * Math.PI);

const positive = (signs: readonly number[]): boolean[] => signs.map((sign) => sign > 0);

function add(a: Integrals, b: Integrals, weight: number): Integrals {
  return b.map((value, k) => (a[k] ?? 0) + weight * value);
}

/** The score between two at which a number of the world changes its sign. */
function crossing(signAt: (z: number) => number, low: number, high: number): number {
  return findRoot((z) => signAt(z) || -Number.MIN_VALUE, low, high);
}

/** Gauss–Legendre of 10 points against the normal density. */
function overInterval(at: (z: number) => Integrals, low: number, high: number): Integrals {
  const [middle, half] = [(low + high) / 2, (high - low) / 2];
  let total: Integrals = [];
  for (let k = 0; k < RULE.nodes.length; k++) {
    const z = middle + half * RULE.nodes[k];
    total = add(total, at(z), half * RULE.weights[k] * DENSITY * Math.exp(-0.5 * z * z));
  }
  return total;
}

/**
 * Integrates over a normal score: cut where a number of the world changes its sign, so that each piece is smooth, then
 * Gauss–Legendre of 10 points on pieces no longer than 1.
 */
function overScore(at: (z: number) => WorldValues, integrand: WorldIntegrand, reach = REACH): Integrals {
  const signsAt = (z: number): readonly number[] => integrand.signs(at(z));
  const cuts = [-reach];
  let previous = signsAt(-reach);
  for (let z = -reach + SCAN_STEP; z <= reach; z += SCAN_STEP) {
    const signs = signsAt(z);
    const turning = [...signs.keys()].filter((k) => signs[k] > 0 !== previous[k] > 0);
    const found = turning.map((k) => crossing((score) => signsAt(score)[k], z - SCAN_STEP, z));
    cuts.push(...found.sort((a, b) => a - b));
    previous = signs;
    if (Number.isInteger(z) || z === reach) cuts.push(z);
  }
  let total: Integrals = [];
  for (let i = 1; i < cuts.length; i++) {
    const isPositive = positive(signsAt((cuts[i - 1] + cuts[i]) / 2));
    const piece = (z: number): Integrals => integrand.integrals(at(z), isPositive);
    total = add(total, overInterval(piece, cuts[i - 1], cuts[i]), 1);
  }
  return total;
}

/** Integrates over one uncertain law: its atoms, or its normal score. */
function overLaw(
  law: Distribution,
  at: (value: number) => WorldValues,
  integrand: WorldIntegrand,
): Integrals {
  if (!law.atoms) return overScore((z) => at(law.atNormalScore(z)), integrand);
  return law.atoms.reduce<Integrals>((total, { value, probability }) => {
    const values = at(value);
    return add(total, integrand.integrals(values, positive(integrand.signs(values))), probability);
  }, []);
}

/** Pieces of the outer integral are halved until halving moves nothing by more than this. */
const OUTER_TOLERANCE = 1e-8;
const MOST_HALVINGS = 24;

/** Adaptive Gauss–Legendre over [low, high]: wherever a sign changes, the pieces become small. */
function overPiece(
  at: (z: number) => Integrals,
  low: number,
  high: number,
  whole = overInterval(at, low, high),
  depth = 0,
): Integrals {
  const middle = (low + high) / 2;
  const [left, right] = [overInterval(at, low, middle), overInterval(at, middle, high)];
  const halves = add(left, right, 1);
  const moved = Math.max(...whole.map((value, k) => Math.abs(value - halves[k])));
  if (moved < OUTER_TOLERANCE || depth === MOST_HALVINGS) return halves;
  return add(overPiece(at, low, middle, left, depth + 1), overPiece(at, middle, high, right, depth + 1), 1);
}

type FindWorld = (draw: WorldDraw) => WorldValues;

/** Two laws of which one takes finitely many values: that one outside. */
function overFinite(
  first: UncertainLaw,
  second: UncertainLaw,
  at: FindWorld,
  integrand: WorldIntegrand,
): Integrals {
  const [outer, inner] = second.law.atoms ? [second, first] : [first, second];
  return outer.law.atoms!.reduce<Integrals>((total, { value, probability }) => {
    const along = (x: number): WorldValues =>
      at([
        [inner.path, x],
        [outer.path, value],
      ]);
    return add(total, overLaw(inner.law, along, integrand), probability);
  }, []);
}

/** Two continuous laws: worlds are found on a grid of their scores, the integrals taken between. */
function overSurface(
  first: UncertainLaw,
  second: UncertainLaw,
  at: FindWorld,
  integrand: WorldIntegrand,
): Integrals {
  const surface = createWorldSurface((inner, outer) =>
    at([
      [first.path, first.law.atNormalScore(inner)],
      [second.path, second.law.atNormalScore(outer)],
    ]),
  );
  const alongInner = (outer: number): Integrals => overScore(surface(outer), integrand, SURFACE_REACH);
  let total: Integrals = [];
  for (let z = -SURFACE_REACH; z < SURFACE_REACH; z++) total = add(total, overPiece(alongInner, z, z + 1), 1);
  return total;
}

/** Integrals over the worlds of one or two independent uncertain laws. @param at the values of a world */
export function integrateWorlds(
  [first, second]: readonly UncertainLaw[],
  at: FindWorld,
  integrand: WorldIntegrand,
): readonly number[] {
  if (!second) return overLaw(first.law, (value) => at([[first.path, value]]), integrand);
  return first.law.atoms || second.law.atoms
    ? overFinite(first, second, at, integrand)
    : overSurface(first, second, at, integrand);
}

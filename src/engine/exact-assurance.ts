import { findRoot } from '../numeric/find-root.ts';
import { gaussLegendre } from '../numeric/gauss-legendre.ts';
import type { Distribution } from '../random/distributions/definition.ts';
import { ImpossibleWorld } from '../scenario/impossible-world.ts';
import { armCells, claimRates, type Trial } from '../scenario/trial.ts';
import { uncertainLaws, type WorldDraw } from '../scenario/truth-specs.ts';
import type { ArmCells } from '../trial/arm-cells.ts';
import { requiredClaims } from '../trial/design.ts';
import { exactDesign } from '../trial/exact-design.ts';
import type { AssuranceResult } from './batch-result.ts';
import { hasExactPower } from './run-exact.ts';
import { createWorldSurface, SURFACE_REACH, type WorldValues } from './world-surface.ts';

/** The three integrals, as one vector: success, claim true, both. */
type Integrals = readonly [assurance: number, ceiling: number, successAndTrue: number];

/** Power and least slack where the uncertain parameters have these values. */
interface WorldAt {
  readonly power: number;
  readonly slack: number;
}

/** Beyond ±7 the standard normal holds 3e-12. */
const REACH = 7;
/** Steps at which the claim is looked at for a change of truth. */
const SCAN_STEP = 0.25;
const RULE = gaussLegendre(10);
const DENSITY = 1 / Math.sqrt(2 * Math.PI);

const add = (a: Integrals, b: Integrals, weight: number): Integrals => [
  a[0] + weight * b[0],
  a[1] + weight * b[1],
  a[2] + weight * b[2],
];

/**
 * Integrates over a normal score: cut where the claim turns true or false, so that each piece is smooth, then Gauss–Legendre
 * of 10 points on pieces no longer than 1.
 */
function overScore(at: (z: number) => WorldAt, reach = REACH): Integrals {
  const cuts = [-reach];
  let previous = at(-reach).slack;
  for (let z = -reach + SCAN_STEP; z <= reach; z += SCAN_STEP) {
    const slack = at(z).slack;
    if (slack > 0 !== previous > 0) cuts.push(crossing(at, z - SCAN_STEP, z));
    previous = slack;
    if (Number.isInteger(z) || z === reach) cuts.push(z);
  }
  let total: Integrals = [0, 0, 0];
  for (let i = 1; i < cuts.length; i++) {
    const isTrue = at((cuts[i - 1] + cuts[i]) / 2).slack > 0 ? 1 : 0;
    const piece = (z: number): Integrals => {
      const { power } = at(z);
      return [power, isTrue, power * isTrue];
    };
    total = add(total, overInterval(piece, cuts[i - 1], cuts[i]), 1);
  }
  return total;
}

/** Gauss–Legendre of 10 points against the normal density. */
function overInterval(at: (z: number) => Integrals, low: number, high: number): Integrals {
  const [middle, half] = [(low + high) / 2, (high - low) / 2];
  let total: Integrals = [0, 0, 0];
  for (let k = 0; k < RULE.nodes.length; k++) {
    const z = middle + half * RULE.nodes[k];
    total = add(total, at(z), half * RULE.weights[k] * DENSITY * Math.exp(-0.5 * z * z));
  }
  return total;
}

/** The score between two at which the claim turns true or false; a slack of exactly 0 counts as false. */
function crossing(at: (z: number) => WorldAt, low: number, high: number): number {
  return findRoot((z) => at(z).slack || -Number.MIN_VALUE, low, high);
}

/** Integrates over one uncertain law: its atoms, or its normal score. */
function overLaw(law: Distribution, at: (value: number) => WorldAt): Integrals {
  if (!law.atoms) return overScore((z) => at(law.atNormalScore(z)));
  return law.atoms.reduce<Integrals>(
    (total, { value, probability }) => {
      const { power, slack } = at(value);
      const isTrue = slack > 0 ? 1 : 0;
      return add(total, [power, isTrue, power * isTrue], probability);
    },
    [0, 0, 0],
  );
}

/** Pieces of the outer integral are halved until halving moves nothing by more than this. */
const OUTER_TOLERANCE = 1e-8;
const MOST_HALVINGS = 24;

/** Adaptive Gauss–Legendre over [low, high]: wherever the claim turns true or false, the pieces become small. */
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

/** A world whose rates are not exact: no integral over the worlds is, then. */
class InexactWorld extends Error {}

/**
 * Assurance, ceiling and success with the claim true, exactly, for one or two uncertain parameters; without an exact value
 * where the far ends of their laws make a world impossible.
 */
export const exactAssurance = (trial: Trial): AssuranceResult => createExactAssurance(trial)(trial);

/** The same for one trial in several sizes: its worlds are found once, as they know of no size. */
export function createExactAssurance(trial: Trial): (sized: Trial) => AssuranceResult {
  const cellsAt = createWorldMemory(trial);
  return (sized) => {
    try {
      return integrate(sized, createWorldFinder(sized, cellsAt));
    } catch (error) {
      if (error instanceof ImpossibleWorld || error instanceof InexactWorld) return { kind: 'assurance' };
      throw error;
    }
  };
}

function integrate(trial: Trial, worlds: ReturnType<typeof createWorldFinder>): AssuranceResult {
  const [first, second] = uncertainLaws(trial.scenario);
  const found = (values: WorldValues): WorldAt => ({
    power: values.power,
    slack: leastSlack(trial, values.rates),
  });
  const integrals = !second
    ? overLaw(first.law, (value) => found(worlds.at([[first.path, value]])))
    : first.law.atoms || second.law.atoms
      ? overFinite(first, second, (draw) => found(worlds.at(draw)))
      : overSurface(first, second, worlds.at, found);
  const [assurance, ceiling, successAndTrue] = integrals;
  return {
    kind: 'assurance',
    ...(worlds.hasPower() && { assurance, successAndTrue }),
    ceiling,
  };
}

type Uncertain = ReturnType<typeof uncertainLaws>[number];

/** Two laws of which one takes finitely many values: that one outside. */
function overFinite(first: Uncertain, second: Uncertain, at: (draw: WorldDraw) => WorldAt): Integrals {
  const [outer, inner] = second.law.atoms ? [second, first] : [first, second];
  return outer.law.atoms!.reduce<Integrals>(
    (total, { value, probability }) =>
      add(
        total,
        overLaw(inner.law, (x) =>
          at([
            [inner.path, x],
            [outer.path, value],
          ]),
        ),
        probability,
      ),
    [0, 0, 0],
  );
}

/** Two continuous laws: worlds are found on a grid of their scores, the integrals taken between. */
function overSurface(
  first: Uncertain,
  second: Uncertain,
  at: (draw: WorldDraw) => WorldValues,
  found: (values: WorldValues) => WorldAt,
): Integrals {
  const surface = createWorldSurface((inner, outer) =>
    at([
      [first.path, first.law.atNormalScore(inner)],
      [second.path, second.law.atNormalScore(outer)],
    ]),
  );
  const alongInner = (outer: number): Integrals => {
    const line = surface(outer);
    return overScore((inner) => found(line(inner)), SURFACE_REACH);
  };
  let total: Integrals = [0, 0, 0];
  for (let z = -SURFACE_REACH; z < SURFACE_REACH; z++) total = add(total, overPiece(alongInner, z, z + 1), 1);
  return total;
}

/** A smaller slack is a rounding error of a truth that lies exactly at the margin. */
const ROUNDING = 1e-12;

function leastSlack({ design }: Trial, rates: readonly number[]): number {
  const needed = design.claims.slice(0, requiredClaims(design));
  const least = Math.min(...needed.map((claim, k) => claim.slack(rates[2 * k], rates[2 * k + 1])));
  return Math.abs(least) < ROUNDING ? 0 : least;
}

/** What a world is to a design of any size. */
interface WorldCells {
  readonly cells: readonly ArmCells[];
  readonly rates: readonly number[];
  readonly hasPower: boolean;
}

/** Remembers worlds by their values. */
function createWorldMemory(trial: Trial): (draw: WorldDraw) => WorldCells {
  const memory = new Map<string, WorldCells>();
  return (draw) => {
    const key = draw.map(([, value]) => value).join();
    const found = memory.get(key) ?? worldCells(trial, draw);
    memory.set(key, found);
    return found;
  };
}

function worldCells(trial: Trial, draw: WorldDraw): WorldCells {
  const known = trial.truthInWorld(draw);
  if (!known.rates.exact) throw new InexactWorld();
  return {
    cells: armCells(trial, known),
    rates: trial.design.claims.flatMap((claim) => {
      const { control, experimental } = claimRates(claim, known);
      return [control, experimental];
    }),
    hasPower: hasExactPower(trial, known),
  };
}

/** Finds what a design makes of worlds, and remembers whether all powers were exact. */
function createWorldFinder({ design, matrices }: Trial, cellsAt: (draw: WorldDraw) => WorldCells) {
  let hasPower = true;
  const at = (draw: WorldDraw): WorldValues => {
    const { cells, rates, hasPower: isExact } = cellsAt(draw);
    hasPower &&= isExact;
    const sized = cells.map((arm, position): ArmCells => ({ ...arm, size: design.sizes[position] }));
    return { power: isExact ? exactDesign(design, matrices, sized)!.joint : 0, rates };
  };
  return { at, hasPower: () => hasPower };
}

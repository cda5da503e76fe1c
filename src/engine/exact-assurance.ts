import { findRoot } from '../numeric/find-root.ts';
import { gaussLegendre } from '../numeric/gauss-legendre.ts';
import type { Distribution } from '../random/distributions/definition.ts';
import { armCells, slacks, type Trial } from '../scenario/trial.ts';
import { uncertainLaws } from '../scenario/truth-specs.ts';
import { exactPower } from '../trial/exact-power.ts';
import type { AssuranceResult } from './batch-result.ts';
import { hasExactPower } from './run-exact.ts';

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
function overScore(at: (z: number) => WorldAt): Integrals {
  const cuts = [-REACH];
  let previous = at(-REACH).slack;
  for (let z = -REACH + SCAN_STEP; z <= REACH; z += SCAN_STEP) {
    const slack = at(z).slack;
    if (slack > 0 !== previous > 0) cuts.push(crossing(at, z - SCAN_STEP, z));
    previous = slack;
    if (Number.isInteger(z)) cuts.push(z);
  }
  let total: Integrals = [0, 0, 0];
  for (let i = 1; i < cuts.length; i++) {
    const [middle, half] = [(cuts[i - 1] + cuts[i]) / 2, (cuts[i] - cuts[i - 1]) / 2];
    const isTrue = at(middle).slack > 0 ? 1 : 0;
    for (let k = 0; k < RULE.nodes.length; k++) {
      const z = middle + half * RULE.nodes[k];
      const { power } = at(z);
      const weight = half * RULE.weights[k] * DENSITY * Math.exp(-0.5 * z * z);
      total = add(total, [power, isTrue, power * isTrue], weight);
    }
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

/** Step of the trapezoid over the outer of two uncertain parameters. */
const OUTER_STEP = 0.25;
const OUTER_REACH = 6;

/** Integrates over an outer law what `inner` integrates at each of its values. */
function overOuter(law: Distribution, inner: (value: number) => Integrals): Integrals {
  if (law.atoms) {
    return law.atoms.reduce<Integrals>((total, a) => add(total, inner(a.value), a.probability), [0, 0, 0]);
  }
  let total: Integrals = [0, 0, 0];
  let mass = 0;
  for (let z = -OUTER_REACH; z <= OUTER_REACH; z += OUTER_STEP) {
    const weight = Math.exp(-0.5 * z * z);
    total = add(total, inner(law.atNormalScore(z)), weight);
    mass += weight;
  }
  return add([0, 0, 0], total, 1 / mass);
}

/** Assurance, ceiling and success with the claim true, exactly, for one or two uncertain parameters. */
export function exactAssurance(trial: Trial): AssuranceResult {
  const [first, second] = uncertainLaws(trial.scenario);
  let hasRates = true;
  let hasPower = true;
  const memory = new Map<string, WorldAt>();
  const at = (draw: [string, number][]): WorldAt => {
    const key = draw.map(([, value]) => value).join('/');
    const found = memory.get(key);
    if (found) return found;
    const known = trial.truthInWorld(draw);
    hasRates &&= known.rates.exact;
    const isExact = hasExactPower(trial, known);
    hasPower &&= isExact;
    const world = {
      power: isExact ? exactPower(trial.design, trial.matrices, armCells(trial, known)).joint : 0,
      slack: Math.min(...slacks(trial, known)),
    };
    memory.set(key, world);
    return world;
  };
  const [assurance, ceiling, successAndTrue] = second
    ? overOuter(second.law, (outer) =>
        overLaw(first.law, (value) =>
          at([
            [first.path, value],
            [second.path, outer],
          ]),
        ),
      )
    : overLaw(first.law, (value) => at([[first.path, value]]));
  return {
    kind: 'assurance',
    ...(hasRates && hasPower && { assurance, successAndTrue }),
    ...(hasRates && { ceiling }),
  };
}

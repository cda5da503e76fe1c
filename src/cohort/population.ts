import { normalCdf } from '../numeric/normal-cdf.ts';
import { NORMAL_REACH, normalQuadrature } from '../numeric/normal-quadrature.ts';
import { normalQuantile } from '../numeric/normal-quantile.ts';
import type { Columns } from '../radiobiology/endpoint-model.ts';
import {
  type Characteristic,
  type Cohort,
  characteristicsBehind,
  fillDerived,
  needsSubtype,
  type Subtype,
  scoresBehind,
} from './cohort.ts';
import { SUBTYPE } from './cohort-shape.ts';

/** A cohort as weighted patients: a mean over the population is Σ weight·value. */
export interface Population {
  readonly columns: Columns;
  readonly weights: Float64Array;
  readonly count: number;
  /** Whether the weights are a quadrature (exact in the limit) rather than a reference sample. */
  readonly exact: boolean;
}

/** Most continuous characteristics that tensor quadrature integrates. */
const MOST_CONTINUOUS = 3;
/** Most nodes of one quadrature. */
const MOST_NODES = 6_000_000;
/** Most nodes a dimension, by the number of dimensions: what has not settled by then has a step, and an anchor is solved on each level some sixty times. */
const MOST_PER_DIMENSION = [Infinity, 70_000, 820, 200];

/** The part of a subtype that enters some columns: indices of the laws, continuous before finite. */
interface Dimensions {
  readonly subtype: Subtype;
  readonly position: number;
  readonly continuous: readonly number[];
  readonly finite: readonly number[];
}

/** The dimensions of each subtype; of the first alone, with all the weight, where subtypes make no difference. */
function dimensionsBehind(cohort: Cohort, columns: readonly string[]): Dimensions[] {
  const names = characteristicsBehind(cohort, columns);
  const parts = needsSubtype(cohort, columns) ? cohort.subtypes : [{ ...cohort.subtypes[0], weight: 1 }];
  return parts.map((subtype, position) => {
    const { characteristics } = subtype;
    const own = characteristics
      .map((c, i) => (names.includes(c.name) && c.law ? i : -1))
      .filter((i) => i >= 0);
    const all = [...new Set(own.flatMap((i) => scoresBehind(cohort, i)))].sort((a, b) => a - b);
    const finite = all.filter((i) => characteristics[i].law?.atoms);
    return { subtype, position, continuous: all.filter((i) => !finite.includes(i)), finite };
  });
}

/** A finite law whose score is mixed with others' cannot be enumerated by its own probabilities. */
const isMixed = (cohort: Cohort, index: number): boolean =>
  scoresBehind(cohort, index).length > 1 || cohort.factor.some((row, i) => i > index && row[index] !== 0);

/**
 * Whether the columns' population can be integrated: at most three continuous characteristics, and finite ones
 * independent of all others.
 */
export function hasQuadrature(cohort: Cohort, columns: readonly string[]): boolean {
  return dimensionsBehind(cohort, columns).every(
    ({ continuous, finite }) =>
      continuous.length <= MOST_CONTINUOUS && !finite.some((i) => isMixed(cohort, i)),
  );
}

/** Whether anything behind the columns varies continuously; if not, every level gives the same population. */
export function needsRefinement(cohort: Cohort, columns: readonly string[]): boolean {
  return dimensionsBehind(cohort, columns).some(({ continuous }) => continuous.length > 0);
}

/** Whether a quadrature of this level stays within memory. */
export function levelFits(cohort: Cohort, columns: readonly string[], level: number): boolean {
  const perDimension = normalQuadrature(level).nodes.length;
  const parts = dimensionsBehind(cohort, columns);
  if (parts.some(({ continuous }) => perDimension > MOST_PER_DIMENSION[continuous.length])) return false;
  const nodes = parts.reduce((sum, { subtype, continuous, finite }) => {
    const atoms = finite.reduce((product, i) => product * atomsOf(subtype, i).length, 1);
    return sum + continuous.reduce((product) => product * perDimension, atoms);
  }, 0);
  return nodes <= MOST_NODES;
}

const atomsOf = ({ characteristics }: Subtype, index: number) => characteristics[index].law!.atoms!;

/** Populations by cohort, columns and level, as far as they are small. */
const populations = new WeakMap<Cohort, Map<string, Population>>();
const MOST_KEPT_NODES = 300_000;

/**
 * The population behind some columns by tensor quadrature: the trapezoid of step 2^−level in each independent normal
 * score, finite characteristics and subtypes enumerated.
 */
export function quadraturePopulation(cohort: Cohort, reads: readonly string[], level: number): Population {
  const known = populations.get(cohort) ?? new Map<string, Population>();
  populations.set(cohort, known);
  const key = `${level} ${reads.join(' ')}`;
  const population =
    known.get(key) ?? assemble(cohort, reads, true, (dimensions) => integrate(cohort, dimensions, level));
  if (population.count <= MOST_KEPT_NODES) known.set(key, population);
  return population;
}

/** Weighted patients of one subtype. */
interface Part {
  readonly columns: Record<string, Float64Array>;
  readonly weights: Float64Array;
}

function integrate(cohort: Cohort, { subtype, continuous, finite }: Dimensions, level: number): Part {
  const rule = normalQuadrature(level);
  const sizes = [
    ...continuous.map(() => rule.nodes.length),
    ...finite.map((i) => atomsOf(subtype, i).length),
  ];
  const count = sizes.reduce((product, size) => product * size, 1);
  const weights = new Float64Array(count).fill(1);
  const scores = new Map(continuous.map((i) => [i, new Float64Array(count)]));
  const columns: Record<string, Float64Array> = {};
  let inner = count;
  [...continuous, ...finite].forEach((index, dimension) => {
    const size = sizes[dimension];
    inner /= size;
    const { name, law } = subtype.characteristics[index];
    // Without a law here it is fixed in this subtype; its score may still enter others
    const atoms = law?.atoms;
    const values = atoms ? (columns[name] = new Float64Array(count)) : scores.get(index)!;
    for (let i = 0; i < count; i++) {
      const at = Math.floor(i / inner) % size;
      values[i] = atoms ? atoms[at].value : rule.nodes[at];
      weights[i] *= atoms ? atoms[at].probability : rule.weights[at];
    }
  });
  for (const index of continuous) {
    const { name, law } = subtype.characteristics[index];
    if (law) columns[name] = mixed(cohort, index, scores, count, (score) => law.atNormalScore(score));
  }
  return { columns, weights };
}

/** Values of a characteristic at mixed normal scores, held to the reach that the law was checked for. */
function mixed(
  cohort: Cohort,
  index: number,
  scores: ReadonlyMap<number, Float64Array>,
  count: number,
  valueAt: (score: number) => number,
): Float64Array {
  const row = cohort.factor[index];
  const terms = scoresBehind(cohort, index).map((j) => [row[j], scores.get(j)!] as const);
  const values = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    let score = 0;
    for (const [weight, column] of terms) score += weight * column[i];
    values[i] = valueAt(Math.min(NORMAL_REACH, Math.max(-NORMAL_REACH, score)));
  }
  return values;
}

/** Patients of the fixed reference sample for cohorts beyond quadrature, in each subtype. */
const REFERENCE_SIZE = 65_536;

/**
 * The population behind some columns by a fixed sample of 65,536 of each subtype: an additive-recurrence lattice in the
 * uniforms, the same for every seed. A rate that rests on it is not exact.
 *
 * @see Niederreiter 1992, Random Number Generation and Quasi-Monte Carlo Methods, §5 (Kronecker sequences)
 */
export function referencePopulation(cohort: Cohort, reads: readonly string[]): Population {
  return assemble(cohort, reads, false, (dimensions) => referencePart(cohort, dimensions));
}

function referencePart(cohort: Cohort, { subtype, continuous, finite }: Dimensions): Part {
  const indices = [...continuous, ...finite].sort((a, b) => a - b);
  // Steps are powers of the root of x^(d+1) = x + 1, the least commensurable choice
  let root = 2;
  for (let step = 0; step < 60; step++) root = Math.exp(Math.log(1 + root) / (indices.length + 1));
  const scores = new Map<number, Float64Array>();
  let stride = 1;
  for (const index of indices) {
    stride /= root;
    const column = new Float64Array(REFERENCE_SIZE);
    for (let i = 0; i < REFERENCE_SIZE; i++) {
      const u = 0.5 + stride * (i + 1);
      column[i] = normalQuantile(Math.min(Math.max(u - Math.floor(u), 1e-12), 1 - 1e-12));
    }
    scores.set(index, column);
  }
  const columns: Record<string, Float64Array> = {};
  for (const index of indices) {
    const { name, law } = subtype.characteristics[index];
    if (law) columns[name] = mixed(cohort, index, scores, REFERENCE_SIZE, valueAtScore(law));
  }
  return { columns, weights: new Float64Array(REFERENCE_SIZE).fill(1 / REFERENCE_SIZE) };
}

const valueAtScore = (law: NonNullable<Characteristic['law']>): ((score: number) => number) =>
  law.atoms ? (score) => law.quantile(normalCdf(score)) : (score) => law.atNormalScore(score);

/** Puts the parts of all subtypes one after the other, with fixed characteristics, the subtype and what is derived. */
function assemble(
  cohort: Cohort,
  reads: readonly string[],
  exact: boolean,
  partOf: (dimensions: Dimensions) => Part,
): Population {
  const parts = dimensionsBehind(cohort, reads).map((dimensions) => ({ dimensions, ...partOf(dimensions) }));
  const count = parts.reduce((sum, { weights }) => sum + weights.length, 0);
  const weights = new Float64Array(count);
  const columns: Record<string, Float64Array> = {};
  const needed = characteristicsBehind(cohort, reads);
  for (const name of [...needed, ...(reads.includes(SUBTYPE) ? [SUBTYPE] : [])])
    columns[name] = new Float64Array(count);
  let offset = 0;
  for (const { dimensions, weights: own, columns: values } of parts) {
    const { subtype, position } = dimensions;
    for (let i = 0; i < own.length; i++) weights[offset + i] = subtype.weight * own[i];
    for (const { name, fixed } of subtype.characteristics) {
      if (!(name in columns)) continue;
      if (fixed === undefined) columns[name].set(values[name], offset);
      else columns[name].fill(fixed, offset, offset + own.length);
    }
    columns[SUBTYPE]?.fill(position, offset, offset + own.length);
    offset += own.length;
  }
  fillDerived(cohort, reads, columns, count);
  return { columns, weights, count, exact };
}

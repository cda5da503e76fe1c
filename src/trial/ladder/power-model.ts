import { normalQuadrature } from '../../numeric/normal-quadrature.ts';
import type { LadderState } from './ladder-state.ts';

/** What a model says of its parameter and of the levels, by what is known. */
export interface PowerPosterior {
  /** Posterior mean of the exponent's logarithm. */
  readonly mean: number;
  readonly variance: number;
  /** Rates of toxicity by level at the posterior mean, rising. */
  readonly rates: readonly number[];
}

/** Rates of a ladder as powers of a skeleton: rate = skeleton^exp(β), β normal around 0. */
export interface PowerModel {
  /** @throws RangeError if the integral does not settle */
  posterior(state: Pick<LadderState, 'treated' | 'toxic' | 'watched'>): PowerPosterior;
}

/** Logarithms of the rates at the nodes of a quadrature level, and of their complements, by level of the ladder. */
interface Table {
  readonly toxic: readonly Float64Array[];
  readonly free: readonly Float64Array[];
}

/** Moments of β change by less between a level of quadrature and the one before, of which it has twice the nodes. */
const TOLERANCE = 1e-10;
const [LEAST_LEVEL, MOST_LEVEL] = [4, 12];
/** No patient tells more of β: the largest p ln²p/(1 − p). */
const MOST_INFORMATION = 0.65;
/** Nodes for each standard deviation of the narrowest posterior, in the coarser of the two levels. */
const NODES_PER_DEVIATION = 1.2;

/**
 * The empiric (power) model of the continual reassessment method.
 *
 * @param skeleton rates that are expected beforehand, strictly rising in (0, 1)
 * @param variance of β beforehand, above 0
 * @see O'Quigley, Pepe & Fisher 1990, Biometrics 46:33; Cheung & Chappell 2000, Biometrics 56:1177 (weights)
 */
export function powerModel(skeleton: readonly number[], variance: number): PowerModel {
  const deviation = Math.sqrt(variance);
  const tables = new Map<number, Table>();
  const tableOf = (level: number): Table => {
    const known = tables.get(level) ?? tabulate(skeleton, deviation, level);
    tables.set(level, known);
    return known;
  };
  return {
    posterior: (state) => {
      const patients = state.treated.reduce((sum, count) => sum + count, 0);
      const [mean, square] = settledMoments(state, tableOf, firstLevel(patients * variance));
      // Rates of the posterior mean: s^exp(β̂)
      const power = Math.exp(deviation * mean);
      return {
        mean: deviation * mean,
        variance: variance * Math.max(0, square - mean * mean),
        rates: skeleton.map((rate) => Math.exp(power * Math.log(rate))),
      };
    },
  };
}

/** The coarsest quadrature that can resolve the posterior. */
function firstLevel(patientVariance: number): number {
  const nodes = NODES_PER_DEVIATION * Math.sqrt(1 + MOST_INFORMATION * patientVariance);
  return Math.max(LEAST_LEVEL, 1 + Math.ceil(Math.log2(nodes)));
}

function tabulate(skeleton: readonly number[], deviation: number, level: number): Table {
  const { nodes } = normalQuadrature(level);
  const toxic = skeleton.map((rate) => nodes.map((z) => Math.exp(deviation * z) * Math.log(rate)));
  return { toxic, free: toxic.map((column) => column.map((log) => Math.log(-Math.expm1(log)))) };
}

/** Posterior means of z and z², β in units of its standard deviation beforehand. */
function settledMoments(
  state: Pick<LadderState, 'treated' | 'toxic' | 'watched'>,
  tableOf: (level: number) => Table,
  first: number,
): readonly [number, number] {
  for (let level = first; level <= MOST_LEVEL; level++) {
    const { fine, coarse } = moments(logLikelihoods(state, tableOf(level)), level);
    const isSettled = fine.every(
      (value, i) => Math.abs(value - coarse[i]) <= TOLERANCE * (1 + Math.abs(value)),
    );
    if (isSettled) return fine;
  }
  throw new RangeError('too extreme: the posterior of the model is too narrow to be integrated');
}

/** Logarithm of the likelihood at each node. */
function logLikelihoods(
  { treated, toxic, watched }: Pick<LadderState, 'treated' | 'toxic' | 'watched'>,
  table: Table,
): Float64Array {
  const logs = new Float64Array(table.toxic[0].length);
  const free = treated.map((count, level) => count - toxic[level]);
  for (const { level } of watched) free[level]--;
  // Σ y ln p + (n − y) ln(1 − p)
  treated.forEach((count, level) => {
    if (count === 0) return;
    const [ofToxic, ofFree] = [table.toxic[level], table.free[level]];
    for (let i = 0; i < logs.length; i++) logs[i] += toxic[level] * ofToxic[i] + free[level] * ofFree[i];
  });
  // Σ ln(1 − wp) of those who are watched, w the share of the window that is over
  for (const { level, followed } of watched) {
    const ofToxic = table.toxic[level];
    for (let i = 0; i < logs.length; i++) logs[i] += Math.log1p(-followed * Math.exp(ofToxic[i]));
  }
  return logs;
}

/** Means of z and z² by all nodes, and by every other one. */
function moments(
  logs: Float64Array,
  level: number,
): { fine: readonly [number, number]; coarse: readonly [number, number] } {
  const { nodes, weights } = normalQuadrature(level);
  const middle = (nodes.length - 1) / 2;
  const most = logs.reduce((x, y) => Math.max(x, y), -Infinity);
  // Sums of likelihood, its product with z, and with z²: at nodes that the level before has too, and at the others
  const shared = new Float64Array(3);
  const added = new Float64Array(3);
  for (let i = 0; i < logs.length; i++) {
    const weight = weights[i] * Math.exp(logs[i] - most);
    const sums = (i - middle) % 2 === 0 ? shared : added;
    sums[0] += weight;
    sums[1] += weight * nodes[i];
    sums[2] += weight * nodes[i] * nodes[i];
  }
  const [all, ofZ, ofSquare] = shared.map((sum, k) => sum + added[k]);
  return {
    fine: [ofZ / all, ofSquare / all],
    coarse: [shared[1] / shared[0], shared[2] / shared[0]],
  };
}

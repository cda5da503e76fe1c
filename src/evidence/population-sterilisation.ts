import { gridWeights } from '../numeric/grid-interpolation.ts';
import { NORMAL_REACH, normalQuadrature } from '../numeric/normal-quadrature.ts';
import { tabulatedE1OfExp } from '../numeric/tabulated-e1-of-exp.ts';
import type { DoseSums } from '../radiobiology/linear-quadratic.ts';

/** How patients differ in radiosensitivity: independent log-normal laws of −ln SF2 and of α/β. */
export interface Heterogeneity {
  readonly medianSf2: number;
  /** Standard deviation of ln(−ln SF2). */
  readonly sigmaEffect: number;
  /** Standard deviation of ln α/β. */
  readonly sigmaAlphaBeta: number;
}

/** An equidistant grid on which tables stand. */
interface Grid {
  readonly low: number;
  readonly step: number;
  readonly size: number;
}

/** ln of the mean effect; ln L, for L from 0.5 to 100; ln α/β, from 0.0025 to 22,000 Gy. Interpolation errors are tested. */
const MEAN_EFFECT: Grid = { low: -3, step: 0.05, size: 221 };
const LN_CLONOGENS: Grid = { low: Math.log(0.5), step: 0.05, size: 107 };
const LN_ALPHA_BETA: Grid = { low: -6, step: 0.1, size: 161 };
/** Step in ln E of the sums over SF2: a fifth of the step of the mean effect, and finer than the rise at E = L. */
const FINE = 5;
/** The mean over α/β; half the step moves it by less than 1e-10. */
const ALPHA_BETA_LEVEL = 2;

/** Share of residual disease that is sterilised in the population, by dose, at an α/β: from L to one value a dose. */
export type SterilisedShares = (maxLnClonogens: number) => Float64Array;

/** Smallest and largest L that a table answers for. */
export const CLONOGEN_RANGE = { low: 0.5, high: 100 } as const;

/**
 * Population means of the sterilised share for some schedules, tabulated once: afterwards every α/β and L costs a few
 * products. Absolute error below 1e-8, tested against two-dimensional quadrature.
 *
 * @returns for a median α/β in Gy, the shares as a function of L; no truncation of α/β
 * @throws RangeError if α/β or L lies outside the tables
 */
export function tabulateSterilisation(
  doses: readonly DoseSums[],
  heterogeneity: Heterogeneity,
): (alphaBetaGy: number) => SterilisedShares {
  const overSf2 = meansOverSf2(heterogeneity.sigmaEffect);
  const tables = doses.map((dose) => overAlphaBeta(dose, heterogeneity, overSf2));
  return (alphaBetaGy) => {
    const rowWeights = new Float64Array(8);
    const at = position(LN_ALPHA_BETA, alphaBetaGy, 'alphaBetaGy');
    const firstRow = gridWeights(at, LN_ALPHA_BETA.size, rowWeights);
    return (maxLnClonogens) => interpolate(tables, firstRow, rowWeights, maxLnClonogens);
  };
}

const columnWeights = new Float64Array(8);

/** One value a table: 8 × 8 neighbouring values, weighted. */
function interpolate(
  tables: readonly Float64Array[],
  firstRow: number,
  rowWeights: Float64Array,
  maxLnClonogens: number,
): Float64Array {
  const width = LN_CLONOGENS.size;
  const firstColumn = gridWeights(
    position(LN_CLONOGENS, maxLnClonogens, 'maxLnClonogens'),
    width,
    columnWeights,
  );
  const out = new Float64Array(tables.length);
  for (let i = 0; i < tables.length; i++) {
    let sum = 0;
    for (let row = 0; row < 8; row++) {
      const from = (firstRow + row) * width + firstColumn;
      let inRow = 0;
      for (let column = 0; column < 8; column++) inRow += columnWeights[column] * tables[i][from + column];
      sum += rowWeights[row] * inRow;
    }
    out[i] = sum;
  }
  return out;
}

/** Where ln of a value stands on a grid. */
function position({ low, step, size }: Grid, value: number, name: string): number {
  const at = (Math.log(value) - low) / step;
  if (!(at >= 0 && at <= size - 1)) {
    const [least, most] = [Math.exp(low), Math.exp(low + step * (size - 1))].map((x) => x.toPrecision(3));
    throw new RangeError(`invalid ${name}: ${value} (must be in [${least}, ${most}])`);
  }
  return at;
}

/** Mean over SF2 of the sterilised share, by ln of the effect at the median SF2 and ln L: one table for every schedule. */
function meansOverSf2(sigma: number): Float64Array {
  const step = MEAN_EFFECT.step / FINE;
  const reach = Math.ceil((NORMAL_REACH * sigma) / step);
  const kernel = Float64Array.from({ length: 2 * reach + 1 }, (_, k) => {
    const z = ((k - reach) * step) / sigma;
    return Math.exp(-0.5 * z * z);
  });
  const total = kernel.reduce((sum, w) => sum + w, 0);
  const effects = Float64Array.from({ length: FINE * (MEAN_EFFECT.size - 1) + kernel.length }, (_, i) =>
    Math.exp(MEAN_EFFECT.low + (i - reach) * step),
  );
  const shares = new Float64Array(effects.length);
  const table = new Float64Array(MEAN_EFFECT.size * LN_CLONOGENS.size);
  for (let j = 0; j < LN_CLONOGENS.size; j++) {
    const maxLnClonogens = Math.exp(LN_CLONOGENS.low + j * LN_CLONOGENS.step);
    // TCP = [g(E) − g(E − L)]/L, g(y) = E₁(e^−y)
    for (let i = 0; i < effects.length; i++)
      shares[i] =
        (tabulatedE1OfExp(effects[i]) - tabulatedE1OfExp(effects[i] - maxLnClonogens)) / maxLnClonogens;
    for (let m = 0; m < MEAN_EFFECT.size; m++) {
      let sum = 0;
      for (let k = 0; k < kernel.length; k++) sum += kernel[k] * shares[FINE * m + k];
      table[m * LN_CLONOGENS.size + j] = sum / total;
    }
  }
  return table;
}

/** Mean over SF2 and α/β of one schedule, by ln of the median α/β and ln L. */
function overAlphaBeta(dose: DoseSums, heterogeneity: Heterogeneity, overSf2: Float64Array): Float64Array {
  const { nodes, weights } = normalQuadrature(ALPHA_BETA_LEVEL);
  const lnMedianEffect = Math.log(-Math.log(heterogeneity.medianSf2));
  const table = new Float64Array(LN_ALPHA_BETA.size * LN_CLONOGENS.size);
  const atMeanEffect = new Float64Array(MEAN_EFFECT.size);
  const eight = new Float64Array(8);
  for (let i = 0; i < LN_ALPHA_BETA.size; i++) {
    atMeanEffect.fill(0);
    for (let node = 0; node < nodes.length; node++) {
      const alphaBetaGy = Math.exp(
        LN_ALPHA_BETA.low + i * LN_ALPHA_BETA.step + heterogeneity.sigmaAlphaBeta * nodes[node],
      );
      // E = E₂·(Σd + Σd²/(α/β))/(2 + 4/(α/β))
      const ratio = (dose.doseGy * alphaBetaGy + dose.doseSquaredGy2) / (2 * alphaBetaGy + 4);
      const at = (lnMedianEffect + Math.log(ratio) - MEAN_EFFECT.low) / MEAN_EFFECT.step;
      const first = gridWeights(Math.min(Math.max(at, 0), MEAN_EFFECT.size - 1), MEAN_EFFECT.size, eight);
      for (let k = 0; k < 8; k++) atMeanEffect[first + k] += weights[node] * eight[k];
    }
    for (let m = 0; m < MEAN_EFFECT.size; m++) {
      if (atMeanEffect[m] === 0) continue;
      for (let j = 0; j < LN_CLONOGENS.size; j++)
        table[i * LN_CLONOGENS.size + j] += atMeanEffect[m] * overSf2[m * LN_CLONOGENS.size + j];
    }
  }
  return table;
}

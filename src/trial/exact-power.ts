import { binomialProbabilities } from '../numeric/binomial-probabilities.ts';
import type { Design } from './design.ts';
import { type EventCells, jointCounts } from './joint-counts.ts';
import { createPassMatrices, type PassMatrices, type PassMatrix } from './pass-matrix.ts';

/** One arm as the exact engine sees it: patients, and a patient's event probabilities, by claim. */
export interface ArmCells {
  readonly size: number;
  /** P(event) of each claim's endpoint. */
  readonly rates: readonly number[];
  /** P(both events) of the two endpoints; absent with one claim. */
  readonly both?: number;
}

/** Exact probabilities of success. */
export interface ExactPower {
  /** All claims pass. */
  readonly joint: number;
  /** Each claim passes. */
  readonly byClaim: readonly number[];
}

/** Nothing happens in the arm that a single-arm trial does not have. */
const NO_ARM: ArmCells = { size: 0, rates: [0, 0], both: 0 };

/** P(claim passes) from the two arms' binomial counts. */
function claimPower(matrix: PassMatrix, controlRate: number, experimentalRate: number): number {
  const control = binomialProbabilities(matrix.controlSize, controlRate);
  const experimental = binomialProbabilities(matrix.experimentalSize, experimentalRate);
  const width = matrix.experimentalSize + 1;
  matrix.know(
    control.first,
    control.probabilities.length,
    experimental.first,
    experimental.probabilities.length,
  );
  let power = 0;
  for (let i = 0; i < control.probabilities.length; i++) {
    const row = (control.first + i) * width + experimental.first;
    let passing = 0;
    for (let j = 0; j < experimental.probabilities.length; j++) {
      if (matrix.passes[row + j] === 1) passing += experimental.probabilities[j];
    }
    power += control.probabilities[i] * passing;
  }
  return power;
}

/**
 * P(both claims pass): Σ over passing first counts (i, j) of P_c[i]·M·P_e[j]ᵀ, M the second claim's pass matrix; about
 * n³ operations, and fewer as counts of negligible probability are left out.
 */
function jointPower(
  first: PassMatrix,
  second: PassMatrix,
  control: ArmCells,
  experimental: ArmCells,
): number {
  const cells = ({ rates: [a, b], both }: ArmCells): EventCells => ({ first: a, second: b, both: both! });
  const c = jointCounts(control.size, cells(control));
  const e = jointCounts(experimental.size, cells(experimental));
  const secondWidth = second.experimentalSize + 1;
  const columns = e.rows[0].length;
  const passing = new Float64Array(columns);
  first.know(c.firstFrom, c.rows.length, e.firstFrom, e.rows.length);
  second.know(c.secondFrom, c.rows[0].length, e.secondFrom, columns);
  let power = 0;
  c.rows.forEach((row, i) => {
    passing.fill(0);
    for (let j = 0; j < row.length; j++) {
      const offset = (c.secondFrom + j) * secondWidth + e.secondFrom;
      for (let k = 0; k < columns; k++) if (second.passes[offset + k] === 1) passing[k] += row[j];
    }
    const firstRow = (c.firstFrom + i) * (first.experimentalSize + 1) + e.firstFrom;
    e.rows.forEach((other, l) => {
      if (first.passes[firstRow + l] === 0) return;
      let sum = 0;
      for (let k = 0; k < columns; k++) sum += passing[k] * other[k];
      power += sum;
    });
  });
  return power;
}

/** Exact power of a design whose patients are all evaluable, or count as failures where they are not. */
function powerAtSizes(
  design: Design,
  matrices: PassMatrices,
  control: ArmCells,
  experimental: ArmCells,
): ExactPower {
  const found = design.claims.map((claim) => matrices(claim, control.size, experimental.size));
  const byClaim = found.map((matrix, k) => claimPower(matrix, control.rates[k], experimental.rates[k]));
  if (byClaim.length === 1) return { joint: byClaim[0], byClaim };
  const isIndependent = ({ size, rates: [a, b], both }: ArmCells): boolean =>
    size === 0 || Math.abs(both! - a * b) < 1e-15;
  const joint =
    isIndependent(control) && isIndependent(experimental)
      ? byClaim[0] * byClaim[1]
      : jointPower(found[0], found[1], control, experimental);
  return { joint, byClaim };
}

/** Evaluable counts rarer than this times the commonest are left out: less than 1e-12 in all. */
const EVALUABLE_CUT = 1e-13;
/** Pairs of counts up to which the matrices of all evaluable sizes are kept. */
const MOST_CELLS_KEPT = 40_000;

/** An unevaluable patient counts as a failure: the event is absent if it is good, present if it is bad. */
function withFailures(design: Design, arm: ArmCells): ArmCells {
  const u = design.unevaluable;
  const onFailure = design.claims.map(({ endpoint }) => (endpoint.eventIsGood ? 0 : 1));
  const rates = arm.rates.map((rate, k) => (1 - u) * rate + u * onFailure[k]);
  return arm.both === undefined
    ? { size: arm.size, rates }
    : { size: arm.size, rates, both: (1 - u) * arm.both + u * onFailure[0] * onFailure[1] };
}

/**
 * Exact power of a design, given each arm's population rates.
 *
 * Unevaluable patients dropped: a mixture over the evaluable counts of both arms.
 *
 * @param arms one arm, or control and experimental
 */
export function exactPower(design: Design, matrices: PassMatrices, arms: readonly ArmCells[]): ExactPower {
  const [control, experimental] = arms.length === 1 ? [NO_ARM, arms[0]] : arms;
  if (design.unevaluable === 0) return powerAtSizes(design, matrices, control, experimental);
  if (design.countsUnevaluableAsFailures) {
    return powerAtSizes(design, matrices, withFailures(design, control), withFailures(design, experimental));
  }
  const evaluable = 1 - design.unevaluable;
  const controlSizes = binomialProbabilities(control.size, evaluable, EVALUABLE_CUT);
  const experimentalSizes = binomialProbabilities(experimental.size, evaluable, EVALUABLE_CUT);
  // Of large trials the matrices of all pairs of sizes would fill the memory
  const isSmall = control.size * experimental.size <= MOST_CELLS_KEPT;
  let joint = 0;
  const byClaim = design.claims.map(() => 0);
  controlSizes.probabilities.forEach((p, i) => {
    experimentalSizes.probabilities.forEach((q, j) => {
      if (p * q < 1e-18) return;
      const part = powerAtSizes(
        design,
        isSmall ? matrices : createPassMatrices(),
        { ...control, size: controlSizes.first + i },
        { ...experimental, size: experimentalSizes.first + j },
      );
      joint += p * q * part.joint;
      part.byClaim.forEach((power, k) => {
        byClaim[k] += p * q * power;
      });
    });
  });
  return { joint, byClaim };
}

import { binomialProbabilities } from '../numeric/binomial-probabilities.ts';
import type { ArmCells } from './arm-cells.ts';
import { countClaims } from './claims/definition.ts';
import type { Design } from './design.ts';
import { independentGroups, patternsOf } from './independent-groups.ts';
import { type EventCells, jointCounts } from './joint-counts.ts';
import { createPassMatrices, type PassMatrices, type PassMatrix } from './pass-matrix.ts';
import { powerOfMany } from './power-of-many.ts';

/** Exact probabilities of success. */
export interface ExactPower {
  /** The claims that success requires pass. */
  readonly joint: number;
  /** Each claim passes; in a hierarchy, those before it too. */
  readonly byClaim: readonly number[];
}

/** Nothing happens in the arm that a single-arm trial does not have. */
const NO_ARM: ArmCells = { size: 0, rates: [0, 0, 0, 0], both: 0 };

/** P(claim passes) from the two arms' binomial counts. */
function claimPower(matrix: PassMatrix, controlRate: number, experimentalRate: number): number {
  const control = binomialProbabilities(matrix.controlSize, controlRate);
  const experimental = binomialProbabilities(matrix.experimentalSize, experimentalRate);
  const width = matrix.experimentalSize + 1;
  const [rows, columns] = [control.probabilities, experimental.probabilities];
  matrix.know(control.first, rows.length, experimental.first, columns.length);
  const { passes } = matrix;
  let power = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = (control.first + i) * width + experimental.first;
    let passing = 0;
    for (let j = 0; j < columns.length; j++) if (passes[row + j] === 1) passing += columns[j];
    power += rows[i] * passing;
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

/** P(claims `chosen` pass together), each with its pass matrix. */
function togetherPower(
  chosen: readonly number[],
  matrices: readonly PassMatrix[],
  byClaim: readonly number[],
  control: ArmCells,
  experimental: ArmCells,
): number {
  if (chosen.length === 1) return byClaim[chosen[0]];
  if (control.patterns === undefined && experimental.patterns === undefined) {
    const isIndependent = ({ size, rates: [a, b], both }: ArmCells): boolean =>
      size === 0 || Math.abs(both! - a * b) < 1e-15;
    return isIndependent(control) && isIndependent(experimental)
      ? byClaim[0] * byClaim[1]
      : jointPower(matrices[0], matrices[1], control, experimental);
  }
  const ofChosen = (arm: ArmCells): ArmCells =>
    arm.size === 0 ? arm : { ...arm, patterns: patternsOf(arm.patterns!, chosen) };
  const [c, e] = [ofChosen(control), ofChosen(experimental)];
  const groups = independentGroups([c, e].filter(({ size }) => size > 0).map(({ patterns }) => patterns!));
  return groups.reduce((power, group) => {
    if (group.length === 1) return power * byClaim[chosen[group[0]]];
    const ofGroup = (arm: ArmCells): ArmCells =>
      arm.size === 0 ? arm : { ...arm, patterns: patternsOf(arm.patterns!, group) };
    const own = group.map((d) => matrices[chosen[d]]);
    return power * powerOfMany(own, ofGroup(c), ofGroup(e));
  }, 1);
}

/** Exact power of a design whose patients are all evaluable, or count as failures where they are not. */
function powerAtSizes(
  design: Design,
  matrices: PassMatrices,
  control: ArmCells,
  experimental: ArmCells,
): ExactPower {
  const found = countClaims(design.claims).map((claim) => matrices(claim, control.size, experimental.size));
  const alone = found.map((matrix, k) => claimPower(matrix, control.rates[k], experimental.rates[k]));
  const together = (count: number): number =>
    togetherPower(
      found.slice(0, count).map((_, k) => k),
      found,
      alone,
      control,
      experimental,
    );
  if (!design.isHierarchical) return { joint: together(found.length), byClaim: alone };
  return { joint: alone[0], byClaim: found.map((_, k) => together(k + 1)) };
}

/** Evaluable counts rarer than this times the commonest are left out: less than 1e-12 in all. */
export const EVALUABLE_CUT = 1e-13;
/** Pairs of counts up to which the matrices of all evaluable sizes are kept. */
export const MOST_CELLS_KEPT = 40_000;

/** An unevaluable patient counts as a failure: the event is absent if it is good, present if it is bad. */
export function withFailures(design: Design, arm: ArmCells): ArmCells {
  const u = design.unevaluable;
  const onFailure = design.claims.map(({ endpoint }) => (endpoint.eventIsGood ? 0 : 1));
  const rates = arm.rates.map((rate, k) => (1 - u) * rate + u * onFailure[k]);
  const allFailed = onFailure.reduce<number>((bits, event, k) => bits | (event << k), 0);
  return {
    size: arm.size,
    rates,
    ...(arm.both !== undefined && { both: (1 - u) * arm.both + u * onFailure[0] * onFailure[1] }),
    ...(arm.patterns && {
      patterns: arm.patterns.map((p, pattern) => (1 - u) * p + (pattern === allFailed ? u : 0)),
    }),
  };
}

/** Exact power of claims about a share of a single arm's patients: a mixture over the number of those analysed. */
function powerInStratum(design: Design, matrices: PassMatrices, arm: ArmCells, share: number): ExactPower {
  const { unevaluable, countsUnevaluableAsFailures } = design;
  const counted = countsUnevaluableAsFailures ? withFailures(design, arm) : arm;
  const analysed = countsUnevaluableAsFailures ? share : share * (1 - unevaluable);
  const sizes = binomialProbabilities(arm.size, analysed, EVALUABLE_CUT);
  let joint = 0;
  sizes.probabilities.forEach((probability, i) => {
    joint +=
      probability * powerAtSizes(design, matrices, NO_ARM, { ...counted, size: sizes.first + i }).joint;
  });
  return { joint, byClaim: [joint] };
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
  if (experimental.share !== undefined)
    return powerInStratum(design, matrices, experimental, experimental.share);
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

import { binomialProbabilities, type CountProbabilities } from '../../numeric/binomial-probabilities.ts';
import type { ArmCells } from '../arm-cells.ts';
import { type CountClaim, countClaims } from '../claims/definition.ts';
import type { Design } from '../design.ts';
import { EVALUABLE_CUT, type ExactPower, MOST_CELLS_KEPT, withFailures } from '../exact-power.ts';
import { createPassMatrices, type PassMatrices } from '../pass-matrix.ts';

/** Exact success of a design that compares several arms with one control. */
export interface ExactComparisons extends ExactPower {
  /** At least one comparison passes. */
  readonly atLeastOne: number;
  /** Every comparison passes. */
  readonly all: number;
}

/** Whether patients who cannot be evaluated are left out of the analysis. */
const leavesOut = ({ unevaluable, countsUnevaluableAsFailures }: Design): boolean =>
  unevaluable > 0 && !countsUnevaluableAsFailures;

/** Sizes of an arm that are analysed, with the probability of each. */
const analysedSizes = (design: Design, size: number): CountProbabilities =>
  leavesOut(design)
    ? binomialProbabilities(size, 1 - design.unevaluable, EVALUABLE_CUT)
    : { first: size, probabilities: Float64Array.of(1) };

/** P(the claim passes | each likely count of the control), the arm's count and its analysed size being left to chance. */
function passesGiven(
  claim: CountClaim,
  matricesOf: () => PassMatrices,
  control: CountProbabilities,
  controlSize: number,
  arm: ArmCells,
  sizes: CountProbabilities,
): Float64Array {
  const passing = new Float64Array(control.probabilities.length);
  sizes.probabilities.forEach((p, i) => {
    const matrix = matricesOf()(claim, controlSize, sizes.first + i);
    const { first, probabilities } = binomialProbabilities(sizes.first + i, arm.rates[0]);
    matrix.know(control.first, passing.length, first, probabilities.length);
    for (let c = 0; c < passing.length; c++) {
      const row = (control.first + c) * (matrix.experimentalSize + 1) + first;
      for (let e = 0; e < probabilities.length; e++)
        if (matrix.passes[row + e] === 1) passing[c] += p * probabilities[e];
    }
  });
  return passing;
}

/**
 * Exact success of comparisons with one control: given the control's count the arms are independent of each other, so that
 * what they do together is a product, summed over that count.
 *
 * @param arms the control, then the arms of the claims in their order
 */
export function exactComparisons(
  design: Design,
  matrices: PassMatrices,
  arms: readonly ArmCells[],
): ExactComparisons {
  const { isHierarchical, comparisons, countsUnevaluableAsFailures } = design;
  const [control, ...tested] = countsUnevaluableAsFailures
    ? arms.map((arm) => withFailures(design, arm))
    : arms;
  const claims = countClaims(design.claims);
  const byClaim = claims.map(() => 0);
  let [some, all] = [0, 0];
  // Of large trials the matrices of all pairs of sizes would fill the memory
  const isKept = (arm: ArmCells): boolean => !leavesOut(design) || control.size * arm.size <= MOST_CELLS_KEPT;
  const matricesOf = tested.map((arm) => (isKept(arm) ? () => matrices : createPassMatrices));
  const controlSizes = analysedSizes(design, control.size);
  const armSizes = tested.map(({ size }) => analysedSizes(design, size));
  controlSizes.probabilities.forEach((p, i) => {
    const controlSize = controlSizes.first + i;
    const counts = binomialProbabilities(controlSize, control.rates[0]);
    const passing = claims.map((claim, k) =>
      passesGiven(claim, matricesOf[k], counts, controlSize, tested[k], armSizes[k]),
    );
    counts.probabilities.forEach((q, c) => {
      // P(c)·∏ π_k(c), over the arms up to each
      let [passAll, passNone] = [p * q, p * q];
      passing.forEach((ofArm, k) => {
        passAll *= ofArm[c];
        passNone *= 1 - ofArm[c];
        byClaim[k] += isHierarchical ? passAll : p * q * ofArm[c];
      });
      some += p * q - passNone;
      all += passAll;
    });
  });
  const atLeastOne = isHierarchical ? byClaim[0] : some;
  return { joint: comparisons!.requires === 'all' ? all : atLeastOne, byClaim, atLeastOne, all };
}

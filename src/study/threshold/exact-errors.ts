import { cellsAtMargin } from '../../engine/run-exact.ts';
import { armCells, type Trial } from '../../scenario/trial.ts';
import type { ArmCells } from '../../trial/arm-cells.ts';
import { isTimeClaim } from '../../trial/claims/definition.ts';
import type { Design } from '../../trial/design.ts';
import { exactComparisonPower } from '../../trial/exact-comparison.ts';
import { exactDesign, nullDesign } from '../../trial/exact-design.ts';
import { createPassMatrices, type PassMatrices } from '../../trial/pass-matrix.ts';
import type { DesignErrors } from './design-errors.ts';
import { NoThreshold } from './nuisance-truths.ts';

/** A design's pass matrices, kept while the same one is asked about. */
function createLastMatrices(): (design: Design) => PassMatrices {
  let last: { design: Design; matrices: PassMatrices } | undefined;
  return (design) => {
    if (last?.design !== design) last = { design, matrices: createPassMatrices() };
    return last.matrices;
  };
}

/** Whether walking along the border of the rejection region is the sooner way: else every truth shares the counts asked about. */
const hasBorder = ({ claims: [claim] }: Design): boolean =>
  !isTimeClaim(claim) && claim.comparison?.test.isMonotone === true;

/** Errors and power by enumeration, of designs that differ from a trial's in thresholds alone. */
export function exactErrors(trial: Trial): DesignErrors {
  const matricesOf = createLastMatrices();
  const planned = trial.truth(0);
  const success = (design: Design, matrices: PassMatrices, cells: readonly ArmCells[]): number => {
    const walked = hasBorder(design) ? exactComparisonPower(design, cells) : undefined;
    const joint = walked ?? exactDesign(design, matrices, cells)?.joint;
    if (joint === undefined)
      throw new NoThreshold('power has no exact value: enumeration does not reach the design');
    return Math.min(1, joint);
  };
  const typeIError: DesignErrors['typeIError'] = (design, k, { known }) => {
    // Rates belong to the claims of the trial, decisions to those of the design
    const cells = cellsAtMargin(trial.design.claims[k], known, armCells(trial, known));
    return success(nullDesign(design, design.claims[k]), matricesOf(design), cells);
  };
  return {
    isExact: planned.rates.exact,
    typeIError,
    bound: typeIError,
    power: (design) => success(design, matricesOf(design), armCells(trial, planned)),
  };
}

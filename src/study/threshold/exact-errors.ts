import { cellsAtMargin } from '../../engine/run-exact.ts';
import { armCells, type Trial } from '../../scenario/trial.ts';
import type { Design } from '../../trial/design.ts';
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

/** Errors and power by enumeration, of designs that differ from a trial's in thresholds alone. */
export function exactErrors(trial: Trial): DesignErrors {
  const matricesOf = createLastMatrices();
  const planned = trial.truth(0);
  const typeIError: DesignErrors['typeIError'] = (design, k, { known }) => {
    // Rates belong to the claims of the trial, decisions to those of the design
    const cells = cellsAtMargin(trial.design.claims[k], known, armCells(trial, known));
    const atNull = nullDesign(design, design.claims[k]);
    return Math.min(1, exactDesign(atNull, matricesOf(design), cells)!.joint);
  };
  return {
    isExact: planned.rates.exact,
    typeIError,
    bound: typeIError,
    power: (design) => {
      const success = exactDesign(design, matricesOf(design), armCells(trial, planned));
      if (!success) throw new NoThreshold('power has no exact value: enumeration does not reach the design');
      return Math.min(1, success.joint);
    },
  };
}

import type { CountClaim } from './claims/definition.ts';

const UNKNOWN = 2;

/** Whether a claim passes, for every pair of event counts: row = control events, column = experimental events. */
export interface PassMatrix {
  readonly controlSize: number;
  readonly experimentalSize: number;
  /** (controlSize + 1) × (experimentalSize + 1); 1 where the claim passes, known where {@link know} was asked. */
  readonly passes: Uint8Array;
  /** Makes the cells of so many rows and columns known. */
  know(fromRow: number, rows: number, fromColumn: number, columns: number): void;
}

/** Looks up pass matrices by claim and sizes; each cell is computed once. */
export type PassMatrices = (claim: CountClaim, controlSize: number, experimentalSize: number) => PassMatrix;

function createPassMatrix(claim: CountClaim, controlSize: number, experimentalSize: number): PassMatrix {
  const width = experimentalSize + 1;
  const passes = new Uint8Array((controlSize + 1) * width).fill(UNKNOWN);
  const ask = (c: number, e: number): number => {
    const at = c * width + e;
    if (passes[at] === UNKNOWN) passes[at] = claim.passes(c, controlSize, e, experimentalSize) ? 1 : 0;
    return passes[at];
  };
  const askAll: PassMatrix['know'] = (fromRow, rows, fromColumn, columns) => {
    for (let c = fromRow; c < fromRow + rows; c++)
      for (let e = fromColumn; e < fromColumn + columns; e++) ask(c, e);
  };
  // More control events move the border to more experimental ones: more is better in both arms, or worse in both
  const beforeBorder = claim.endpoint.eventIsGood ? 0 : 1;
  const walkBorder: PassMatrix['know'] = (fromRow, rows, fromColumn, columns) => {
    const toColumn = fromColumn + columns;
    for (let c = fromRow, border = fromColumn; c < fromRow + rows; c++) {
      while (border < toColumn && ask(c, border) === beforeBorder) border++;
      const row = c * width;
      passes.fill(beforeBorder, row + fromColumn, row + border);
      passes.fill(1 - beforeBorder, row + border, row + toColumn);
    }
  };
  const know = claim.comparison?.test.isMonotone ? walkBorder : askAll;
  return { controlSize, experimentalSize, passes, know };
}

/** A memory of pass matrices. */
export function createPassMatrices(): PassMatrices {
  const memory = new Map<CountClaim, Map<string, PassMatrix>>();
  return (claim, controlSize, experimentalSize) => {
    const bySize = memory.get(claim) ?? new Map<string, PassMatrix>();
    memory.set(claim, bySize);
    const key = `${controlSize}/${experimentalSize}`;
    const matrix = bySize.get(key) ?? createPassMatrix(claim, controlSize, experimentalSize);
    bySize.set(key, matrix);
    return matrix;
  };
}

import type { CountClaim } from './claims/definition.ts';

const UNKNOWN = 2;

/** Whether a claim passes, for every pair of event counts: row = control events, column = experimental events. */
export interface PassMatrix {
  readonly controlSize: number;
  readonly experimentalSize: number;
  /** (controlSize + 1) × (experimentalSize + 1); 1 where the claim passes, known where {@link know} was asked. */
  readonly passes: Uint8Array;
  /** One cell, which becomes known. */
  passesAt(controlEvents: number, experimentalEvents: number): boolean;
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
  // More control events move the border to more experimental ones: more is better in both arms, or worse in both
  const beforeBorder = claim.endpoint.eventIsGood ? 0 : 1;
  const hasBorder = claim.comparison?.test.isMonotone === true;
  const knownFrom = new Int32Array(controlSize + 1).fill(width);
  const knownTo = new Int32Array(controlSize + 1);
  const know: PassMatrix['know'] = (fromRow, rows, fromColumn, columns) => {
    for (let c = fromRow, border = 0; c < fromRow + rows; c++) {
      const from = Math.min(fromColumn, knownFrom[c]);
      const to = Math.max(fromColumn + columns, knownTo[c]);
      if (from === knownFrom[c] && to === knownTo[c]) continue;
      if (hasBorder) {
        border = Math.max(border, from);
        while (border < to && ask(c, border) === beforeBorder) border++;
        passes.fill(beforeBorder, c * width + from, c * width + border);
        passes.fill(1 - beforeBorder, c * width + border, c * width + to);
      } else for (let e = from; e < to; e++) ask(c, e);
      knownFrom[c] = from;
      knownTo[c] = to;
    }
  };
  return { controlSize, experimentalSize, passes, passesAt: (c, e) => ask(c, e) === 1, know };
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

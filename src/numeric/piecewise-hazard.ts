/** A hazard that is constant in pieces of time. */
export interface PiecewiseHazard {
  /** Ends of all pieces but the last, rising. */
  readonly breaks: readonly number[];
  /** The hazard at a time ≥ 0. */
  at(time: number): number;
  /** ∫ hazard from 0 to a time ≥ 0. */
  cumulative(time: number): number;
  /** The time at which the cumulative hazard reaches a value ≥ 0; ∞ where it never does. */
  inverse(cumulative: number): number;
}

/** One piece: its hazard, and its end unless it is the last. */
export interface HazardPiece {
  readonly until?: number | undefined;
  readonly rate: number;
}

/**
 * A piecewise constant hazard.
 *
 * @param pieces one after the other, the last without end; rates ≥ 0
 */
export function createPiecewiseHazard(pieces: readonly HazardPiece[]): PiecewiseHazard {
  const starts: number[] = [0];
  const sums: number[] = [0];
  pieces.slice(0, -1).forEach(({ until, rate }, i) => {
    starts.push(until!);
    sums.push(sums[i] + rate * (until! - starts[i]));
  });
  const pieceAt = (time: number): number => {
    let piece = starts.length - 1;
    while (piece > 0 && time < starts[piece]) piece--;
    return piece;
  };
  return {
    breaks: starts.slice(1),
    at: (time) => pieces[pieceAt(time)].rate,
    cumulative: (time) => {
      const piece = pieceAt(time);
      const { rate } = pieces[piece];
      return rate === 0 ? sums[piece] : sums[piece] + rate * (time - starts[piece]);
    },
    inverse: (cumulative) => {
      let piece = 0;
      while (piece < pieces.length - 1 && cumulative > sums[piece + 1]) piece++;
      const { rate } = pieces[piece];
      return rate === 0 ? Infinity : starts[piece] + (cumulative - sums[piece]) / rate;
    },
  };
}

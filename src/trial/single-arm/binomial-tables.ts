import { binomialProbabilities } from '../../numeric/binomial-probabilities.ts';

/** A binomial law of one size, tabulated. */
export interface BinomialTable {
  /** P(X = k), k = 0 … size. */
  readonly at: Float64Array;
  /** P(X ≥ k), k = 0 … size + 1. */
  readonly from: Float64Array;
}

/** Tables of the binomial laws of one rate, each made once. */
export function binomialTables(rate: number): (size: number) => BinomialTable {
  const made: BinomialTable[] = [];
  return (size) => {
    made[size] ??= tabulated(size, rate);
    return made[size];
  };
}

function tabulated(size: number, rate: number): BinomialTable {
  const at = binomialProbabilities(size, rate, 0).probabilities;
  const from = new Float64Array(size + 2);
  for (let k = size; k >= 0; k--) from[k] = from[k + 1] + at[k];
  return { at, from };
}

import { type BinomialTable, binomialTables } from './binomial-tables.ts';
import type { SuccessRates } from './success-rates.ts';

/** A two-stage design: it stops for futility after the first stage, or rejects the null at the end. */
export interface TwoStageBounds {
  /** Patients of the first stage. */
  readonly firstSize: number;
  /** It stops after the first stage at so many successes, or fewer. */
  readonly firstAtMost: number;
  /** Patients of both stages. */
  readonly size: number;
  /** It rejects the null at more successes than these, of all patients. */
  readonly atMost: number;
}

/** A two-stage design with what it does, exactly. */
export interface TwoStageDesign extends TwoStageBounds {
  /** Mean patients at the null rate. */
  readonly expectedSize: number;
  /** Mean patients at the alternative rate. */
  readonly expectedSizeAtAlternative: number;
  /** P(stop after the first stage) at the null rate. */
  readonly stopProbability: number;
  /** P(stop after the first stage) at the alternative rate. */
  readonly stopProbabilityAtAlternative: number;
  readonly typeIError: number;
  readonly power: number;
}

/** P(more than `firstAtMost` successes in the first stage and more than `atMost` in both). */
export function rejectionProbability(
  first: BinomialTable,
  second: BinomialTable,
  firstAtMost: number,
  atMost: number,
): number {
  const most = second.from.length - 1;
  let sum = 0;
  // Σ over x₁ > r₁ of P(X₁ = x₁)·P(X₂ > r − x₁)
  for (let x = firstAtMost + 1; x < first.at.length; x++) {
    const needed = atMost - x + 1;
    if (needed <= most) sum += first.at[x] * (needed <= 0 ? 1 : second.from[needed]);
  }
  return sum;
}

/** What a two-stage design does at the null and the alternative, by binomial sums. */
export function twoStageDesign(bounds: TwoStageBounds, rates: SuccessRates): TwoStageDesign {
  const { firstSize, firstAtMost, size, atMost } = bounds;
  const at = (rate: number) => {
    const table = binomialTables(rate);
    const goesOn = table(firstSize).from[firstAtMost + 1];
    return {
      rejection: rejectionProbability(table(firstSize), table(size - firstSize), firstAtMost, atMost),
      stop: 1 - goesOn,
      // E[N] = n₁ + (1 − P(stop))·n₂
      expectedSize: firstSize + goesOn * (size - firstSize),
    };
  };
  const [atNull, atAlternative] = [at(rates.nullSuccess), at(rates.alternativeSuccess)];
  return {
    ...bounds,
    expectedSize: atNull.expectedSize,
    expectedSizeAtAlternative: atAlternative.expectedSize,
    stopProbability: atNull.stop,
    stopProbabilityAtAlternative: atAlternative.stop,
    typeIError: atNull.rejection,
    power: atAlternative.rejection,
  };
}

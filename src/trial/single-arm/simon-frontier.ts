import { type BinomialTable, binomialTables } from './binomial-tables.ts';
import type { SuccessRates } from './success-rates.ts';
import {
  rejectionProbability,
  type TwoStageBounds,
  type TwoStageDesign,
  twoStageDesign,
} from './two-stage.ts';

/** Most patients of both stages that a search looks at. */
export const MOST_TWO_STAGE_PATIENTS = 500;

/** Two-stage designs that hold both errors and that no smaller design matches in expected size. */
export interface SimonFrontier {
  /** By rising size and falling expected size at the null: the first is minimax, the last optimal. */
  readonly designs: readonly TwoStageDesign[];
  /** Whether no size beyond the bound of the search could lower the expected size further. */
  readonly isComplete: boolean;
}

/** What the search of one frontier goes by. */
interface Search {
  readonly atNull: (size: number) => BinomialTable;
  readonly atAlternative: (size: number) => BinomialTable;
  readonly oneSidedAlpha: number;
  readonly power: number;
}

/** Two designs whose expected sizes differ by less are taken for equal. */
const TIE = 1e-9;

/**
 * Every two-stage design worth a choice: for each size the smallest expected size at the null, where it is below that of
 * all smaller sizes.
 *
 * @throws RangeError if no size up to the bound holds both errors
 * @see Simon 1989, Controlled Clinical Trials 10:1
 */
export function simonFrontier(
  rates: SuccessRates,
  oneSidedAlpha: number,
  power: number,
  maximumSize: number,
): SimonFrontier {
  const search: Search = {
    atNull: binomialTables(rates.nullSuccess),
    atAlternative: binomialTables(rates.alternativeSuccess),
    oneSidedAlpha,
    power,
  };
  const designs: TwoStageDesign[] = [];
  let least = Infinity;
  let isComplete = false;
  for (let size = 2; size <= maximumSize && !isComplete; size++) {
    if (mostPower(search, size) < power) continue;
    const { bounds, isWorthwhile } = bestOfSize(search, size, least);
    if (bounds) {
      designs.push(twoStageDesign(bounds, rates));
      least = designs[designs.length - 1].expectedSize;
    }
    // For a given first stage the expected size grows with the whole, so what is too much here is too much beyond
    isComplete = least < Infinity && !isWorthwhile;
  }
  if (designs.length === 0)
    throw new RangeError(
      `no two-stage design of up to maximumSize ${maximumSize} patients has a type I error of at most ${oneSidedAlpha} and a power of at least ${power}${maximumSize < MOST_TWO_STAGE_PATIENTS ? `: raise maximumSize, to ${MOST_TWO_STAGE_PATIENTS} at most` : ', the most that is searched'}`,
    );
  return { designs, isComplete };
}

/** Power of the most powerful test of so many patients, randomised at its boundary: no two-stage design has more. */
function mostPower({ atNull, atAlternative, oneSidedAlpha }: Search, size: number): number {
  const [none, some] = [atNull(size), atAlternative(size)];
  let cutOff = size + 1;
  while (cutOff > 0 && none.from[cutOff - 1] <= oneSidedAlpha) cutOff--;
  if (cutOff === 0) return 1;
  const share = (oneSidedAlpha - none.from[cutOff]) / none.at[cutOff - 1];
  return some.from[cutOff] + share * some.at[cutOff - 1];
}

/** The design of a size with the smallest expected size below `least`, and whether any first stage could go below it. */
function bestOfSize(
  search: Search,
  size: number,
  least: number,
): { bounds?: TwoStageBounds; isWorthwhile: boolean } {
  let bounds: TwoStageBounds | undefined;
  let [lowest, isWorthwhile] = [least, false];
  for (let firstSize = 1; firstSize < size && firstSize < lowest; firstSize++) {
    const first = search.atNull(firstSize);
    // Stopping is an error of the second kind by itself: r₁ is at most the largest with P(X₁ ≤ r₁ | p₁) ≤ 1 − power
    let firstAtMost = firstSize - 1;
    const firstAlternative = search.atAlternative(firstSize);
    while (firstAtMost >= 0 && firstAlternative.from[firstAtMost + 1] < search.power) firstAtMost--;
    let atMost = firstAtMost;
    for (; firstAtMost >= 0; firstAtMost--) {
      const expected = firstSize + first.from[firstAtMost + 1] * (size - firstSize);
      if (expected >= lowest - TIE) break;
      isWorthwhile = true;
      atMost = leastRejecting(search, firstSize, size, firstAtMost, atMost);
      if (powerOf(search, firstSize, size, firstAtMost, atMost) < search.power) continue;
      bounds = { firstSize, firstAtMost, size, atMost };
      lowest = expected;
      break;
    }
  }
  return { ...(bounds && { bounds }), isWorthwhile };
}

/** The smallest bound of all patients, at or above `from`, that holds the type I error; it rises as the first falls. */
function leastRejecting(
  { atNull, oneSidedAlpha }: Search,
  firstSize: number,
  size: number,
  firstAtMost: number,
  from: number,
): number {
  const [first, second] = [atNull(firstSize), atNull(size - firstSize)];
  let atMost = from;
  while (rejectionProbability(first, second, firstAtMost, atMost) > oneSidedAlpha) atMost++;
  return atMost;
}

function powerOf(
  { atAlternative }: Search,
  firstSize: number,
  size: number,
  firstAtMost: number,
  atMost: number,
): number {
  return rejectionProbability(atAlternative(firstSize), atAlternative(size - firstSize), firstAtMost, atMost);
}

import { binomialProbabilities, type CountProbabilities } from '../numeric/binomial-probabilities.ts';

/** Probabilities of one patient's two events. */
export interface EventCells {
  readonly first: number;
  readonly second: number;
  readonly both: number;
}

/** The joint law of an arm's two event counts, over the counts that matter. */
export interface JointCounts {
  readonly firstFrom: number;
  readonly secondFrom: number;
  /** rows[i][j] = P(first count = firstFrom + i, second count = secondFrom + j). */
  readonly rows: readonly Float64Array[];
}

/** Terms below this share of the mode's are left out; the rest sums to 1 within 1e-13. */
const CUT = 1e-17;

/**
 * The law of (number with the first event, number with the second) among `size` independent patients: given the first
 * count, the second is a sum of two binomials.
 */
export function jointCounts(size: number, { first, second, both }: EventCells): JointCounts {
  const firstLaw = binomialProbabilities(size, first, CUT);
  const secondLaw = binomialProbabilities(size, second, CUT);
  const secondFrom = secondLaw.first;
  const width = secondLaw.probabilities.length;
  const clamp = (p: number): number => Math.min(1, Math.max(0, p));
  const withFirst = first > 0 ? clamp(both / first) : 0;
  const withoutFirst = first < 1 ? clamp((second - both) / (1 - first)) : 0;
  const rows = Array.from(firstLaw.probabilities, (probability, i) => {
    const count = firstLaw.first + i;
    const row = new Float64Array(width);
    addConvolution(
      row,
      secondFrom,
      probability,
      binomialProbabilities(count, withFirst, CUT),
      binomialProbabilities(size - count, withoutFirst, CUT),
    );
    return row;
  });
  return { firstFrom: firstLaw.first, secondFrom, rows };
}

/** Adds `weight` times the law of a sum of two counts to a row that starts at `from`. */
function addConvolution(
  row: Float64Array,
  from: number,
  weight: number,
  a: CountProbabilities,
  b: CountProbabilities,
): void {
  for (let i = 0; i < a.probabilities.length; i++) {
    const factor = weight * a.probabilities[i];
    const shift = a.first + i + b.first - from;
    const low = Math.max(0, -shift);
    const high = Math.min(b.probabilities.length, row.length - shift);
    for (let j = low; j < high; j++) row[shift + j] += factor * b.probabilities[j];
  }
}

import { binomialProbabilities } from '../numeric/binomial-probabilities.ts';

/** The joint law of several event counts of one arm, over the counts that matter. */
export interface ManyCounts {
  /** By endpoint, the smallest count and the number of counts. */
  readonly from: readonly number[];
  readonly widths: readonly number[];
  /** P(counts), the last endpoint varying fastest. */
  readonly probabilities: Float64Array;
}

/** Terms below this share of the mode's are left out; the rest sums to 1 within 1e-13. */
const CUT = 1e-17;

/** P(event of endpoint `d`) from the probabilities of a patient's patterns; bit d of a pattern is endpoint d. */
export function marginalOf(patterns: readonly number[], d: number): number {
  return patterns.reduce((sum, p, pattern) => (pattern & (1 << d) ? sum + p : sum), 0);
}

/** Steps of {@link manyCounts}: cells times patients times patterns. */
export function manyCountsSteps(size: number, patterns: readonly number[]): number {
  const cells = endpointsOf(patterns).reduce(
    (all, d) => all * (highest(size, marginalOf(patterns, d)) + 1),
    1,
  );
  return cells * size * patterns.length;
}

const endpointsOf = (patterns: readonly number[]): number[] =>
  Array.from({ length: Math.log2(patterns.length) }, (_, d) => d);

function highest(size: number, rate: number): number {
  const { first, probabilities } = binomialProbabilities(size, rate, CUT);
  return first + probabilities.length - 1;
}

/**
 * The multinomial law of the event counts of `size` independent patients, patient by patient.
 *
 * @param patterns P(pattern) of one patient, 2^k of them; bit d says whether endpoint d has its event
 */
export function manyCounts(size: number, patterns: readonly number[]): ManyCounts {
  const endpoints = endpointsOf(patterns);
  const laws = endpoints.map((d) => binomialProbabilities(size, marginalOf(patterns, d), CUT));
  const tops = laws.map(({ first, probabilities }) => first + probabilities.length);
  const strides = endpoints.map((d) => tops.slice(d + 1).reduce((a, b) => a * b, 1));
  const cells = tops.reduce((a, b) => a * b, 1);
  const offsets = patterns.map((_, pattern) =>
    endpoints.reduce((sum, d) => (pattern & (1 << d) ? sum + strides[d] : sum), 0),
  );
  let state = new Float64Array(cells);
  let next = new Float64Array(cells);
  state[0] = 1;
  for (let seen = 0; seen < size; seen++) {
    next.fill(0);
    forEachCell(tops, strides, seen, (at, room) => {
      const probability = state[at];
      if (probability === 0) return;
      // P′(x + pattern) += P(x)·P(pattern); counts past the top hold nothing that matters
      for (let pattern = 0; pattern < patterns.length; pattern++)
        if ((pattern & ~room) === 0) next[at + offsets[pattern]] += probability * patterns[pattern];
    });
    [state, next] = [next, state];
  }
  const from = laws.map(({ first }) => first);
  const widths = laws.map(({ probabilities }) => probabilities.length);
  return { from, widths, probabilities: slice(state, from, widths, strides) };
}

/** Visits the cells whose counts are at most `seen`; `room` has the bits of endpoints that can still rise. */
function forEachCell(
  tops: readonly number[],
  strides: readonly number[],
  seen: number,
  visit: (at: number, room: number) => void,
): void {
  const descend = (d: number, at: number, room: number): void => {
    if (d === tops.length) {
      visit(at, room);
      return;
    }
    for (let count = 0; count <= Math.min(seen, tops[d] - 1); count++)
      descend(d + 1, at + count * strides[d], count + 1 < tops[d] ? room | (1 << d) : room);
  };
  descend(0, 0, 0);
}

function slice(
  state: Float64Array,
  from: readonly number[],
  widths: readonly number[],
  strides: readonly number[],
): Float64Array {
  const out = new Float64Array(widths.reduce((a, b) => a * b, 1));
  let filled = 0;
  const descend = (d: number, at: number): void => {
    if (d === widths.length) {
      out[filled++] = state[at];
      return;
    }
    for (let i = 0; i < widths[d]; i++) descend(d + 1, at + (from[d] + i) * strides[d]);
  };
  descend(0, 0);
  return out;
}

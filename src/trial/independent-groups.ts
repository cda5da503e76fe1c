/** Patterns that differ from a product by less than this are taken as independent. */
const ROUNDING = 1e-15;

/** Probabilities of the patterns of some endpoints, from those of all. */
export function patternsOf(patterns: readonly number[], endpoints: readonly number[]): number[] {
  const out = Array.from({ length: 1 << endpoints.length }, () => 0);
  patterns.forEach((probability, pattern) => {
    const own = endpoints.reduce((bits, d, i) => (pattern & (1 << d) ? bits | (1 << i) : bits), 0);
    out[own] += probability;
  });
  return out;
}

/**
 * Splits endpoints into groups that are independent of one another in every arm.
 *
 * @param arms probabilities of a patient's patterns, by arm; bit d of a pattern is endpoint d
 */
export function independentGroups(arms: readonly (readonly number[])[]): number[][] {
  const all = Array.from({ length: Math.log2(arms[0].length) }, (_, d) => d);
  const split = (endpoints: readonly number[]): number[][] => {
    const [first, ...others] = endpoints;
    // The smallest group around the first endpoint that is independent of the rest
    for (let size = 0; size < others.length; size++) {
      for (const chosen of subsets(others, size)) {
        const group = [first, ...chosen];
        const rest = others.filter((d) => !chosen.includes(d));
        if (arms.every((patterns) => areIndependent(patterns, endpoints, group, rest)))
          return [group, ...split(rest)];
      }
    }
    return [[...endpoints]];
  };
  return split(all);
}

function* subsets(items: readonly number[], size: number): Generator<number[]> {
  for (let bits = 0; bits < 1 << items.length; bits++) {
    const chosen = items.filter((_, i) => bits & (1 << i));
    if (chosen.length === size) yield chosen;
  }
}

function areIndependent(
  patterns: readonly number[],
  endpoints: readonly number[],
  group: readonly number[],
  rest: readonly number[],
): boolean {
  const together = patternsOf(patterns, endpoints);
  const [a, b] = [patternsOf(patterns, group), patternsOf(patterns, rest)];
  const bitsOf = (pattern: number, own: readonly number[]): number =>
    own.reduce((bits, d, i) => (pattern & (1 << endpoints.indexOf(d)) ? bits | (1 << i) : bits), 0);
  return together.every(
    (probability, pattern) =>
      Math.abs(probability - a[bitsOf(pattern, group)] * b[bitsOf(pattern, rest)]) < ROUNDING,
  );
}

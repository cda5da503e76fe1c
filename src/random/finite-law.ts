import { normalCdf } from '../numeric/normal-cdf.ts';
import { NORMAL_REACH } from '../numeric/normal-quadrature.ts';
import type { Distribution } from './distributions/definition.ts';

/** One value of a finite law. */
export interface Atom {
  readonly value: number;
  readonly probability: number;
}

/**
 * The law of finitely many values, in any order and possibly more than once: sorted, merged and scaled to sum to 1.
 *
 * Normal scores at or beyond ±8.5 give the first and the last value, however improbable: they are the law's range.
 */
export function finiteLaw(weighted: readonly Atom[]): Distribution {
  const atoms = merged(weighted);
  const values = Float64Array.from(atoms, ({ value }) => value);
  const upTo = cumulated(atoms);
  const above = cumulated([...atoms].reverse()).reverse();
  const last = values.length - 1;
  const quantile = (u: number): number => values[u >= 1 ? last : Math.min(last, firstFrom(upTo, u))];
  return {
    quantile,
    atNormalScore: (z) => (z <= -NORMAL_REACH ? values[0] : quantile(normalCdf(z))),
    cdf: (x) => {
      const next = firstAbove(values, x);
      return next === 0 ? 0 : next > last ? 1 : upTo[next - 1];
    },
    survival: (x) => {
      const next = firstAbove(values, x);
      return next === 0 ? 1 : next > last ? 0 : above[next];
    },
    atoms,
  };
}

function merged(weighted: readonly Atom[]): Atom[] {
  const total = weighted.reduce((sum, { probability }) => sum + probability, 0);
  const byValue = new Map<number, number>();
  // Adding 0 makes −0 the same value as 0
  for (const { value, probability } of weighted)
    byValue.set(value + 0, (byValue.get(value + 0) ?? 0) + probability / total);
  return [...byValue].sort(([a], [b]) => a - b).map(([value, probability]) => ({ value, probability }));
}

/** Probability of each atom and those before it; rounding never takes it past 1. */
function cumulated(atoms: readonly Atom[]): Float64Array {
  let sum = 0;
  return Float64Array.from(atoms, ({ probability }) => Math.min(1, (sum += probability)));
}

/** Index of the first entry at or above x in a rising list; its length if there is none. */
function firstFrom(rising: Float64Array, x: number): number {
  return firstWhere(rising.length, (i) => rising[i] >= x);
}

/** Index of the first entry above x in a rising list; its length if there is none. */
function firstAbove(rising: Float64Array, x: number): number {
  return firstWhere(rising.length, (i) => rising[i] > x);
}

/** Least index below `count` that satisfies a condition which, once true, stays true; `count` if there is none. */
function firstWhere(count: number, isPast: (i: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isPast(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

import type { Found } from './size-result.ts';
import type { SizeScale } from './size-scale.ts';

/** Exact values at several sizes; undefined where there are none. */
export type ValuesAt = (sizes: readonly number[]) => Promise<readonly number[] | undefined>;

/** How far around the size that bisection finds every size is looked at. */
export interface Reach {
  readonly below: (size: number) => number;
  readonly above: (size: number) => number;
}

/** Where a size costs little: from half of it to a quarter and 25 beyond. */
export const WIDE: Reach = { below: (size) => size / 2, above: (size) => 1.25 * size + 25 };
/** Where it costs much. */
export const NARROW: Reach = { below: (size) => 0.9 * size - 5, above: (size) => 1.1 * size + 5 };

/**
 * The smallest size with which an exact value reaches a target, and that from which it stays: a bracket by doubling or
 * halving, bisection, then every size around, as exact values rise in saws. Undefined where there are no exact values.
 */
export async function findExactSize(
  valuesAt: ValuesAt,
  target: number,
  { stated, step, most }: Pick<SizeScale, 'stated' | 'step' | 'most'>,
  reach: Reach,
): Promise<Found | undefined> {
  const valueAt = async (size: number): Promise<number | undefined> => (await valuesAt([size]))?.[0];
  const whole = (size: number): number => Math.max(1, Math.ceil(size / step)) * step;
  const last = Math.floor(most / step) * step;
  let high = Math.min(last, whole(stated));
  let value = await valueAt(high);
  if (value === undefined) return undefined;
  let low = 0;
  if (value >= target) {
    for (let half = whole(high / 2); half < high; half = whole(half / 2)) {
      if ((await valueAt(half))! < target) {
        low = half;
        break;
      }
      high = half;
    }
  } else {
    while (value! < target) {
      if (high === last) return { kind: 'none', isCertain: false, reason: beyond(most, value!) };
      low = high;
      high = Math.min(last, 2 * high);
      value = await valueAt(high);
    }
  }
  while (high - low > step) {
    const middle = whole((low + high) / 2);
    if ((await valueAt(middle))! < target) low = middle;
    else high = middle;
  }
  return searchAround(valuesAt, target, high, { step, last, whole }, reach);
}

const beyond = (most: number, value: number): string =>
  `up to ${most} patients, the most that a design may have, where it is ${(100 * value).toFixed(1)} %`;

async function searchAround(
  valuesAt: ValuesAt,
  target: number,
  crossing: number,
  { step, last, whole }: { step: number; last: number; whole: (size: number) => number },
  reach: Reach,
): Promise<Found> {
  const searchedFrom = whole(reach.below(crossing));
  const horizon = Math.min(last, whole(reach.above(crossing)));
  const sizes = Array.from(
    { length: (horizon - searchedFrom) / step + 1 },
    (_, i) => searchedFrom + i * step,
  );
  const values = (await valuesAt(sizes))!;
  const first = values.findIndex((value) => value >= target);
  const lastBelow = values.findLastIndex((value) => value < target);
  return {
    kind: 'exact',
    smallest: sizes[first],
    ...(lastBelow < sizes.length - 1 && { lasting: sizes[lastBelow + 1] }),
    searchedFrom,
    horizon,
    reached: values[first],
  };
}

import type { CountRange } from './trial-story.ts';

/** Neighbouring counts, from 0 to `most`, that share a value; counts without a value are in none. */
export function countRanges<Value>(
  most: number,
  valueAt: (count: number) => Value | undefined,
): (CountRange & { readonly value: Value })[] {
  const ranges: { from: number; to: number; value: Value }[] = [];
  for (let count = 0; count <= most; count++) {
    const value = valueAt(count);
    if (value === undefined) continue;
    const last = ranges.at(-1);
    if (last?.value === value && last.to === count - 1) last.to = count;
    else ranges.push({ from: count, to: count, value });
  }
  return ranges;
}

import type { Estimation } from './aim-result.ts';

/** Bins over the middle of the estimates. */
const BINS = 60;
/** How far the bins reach from the median, in distances from the median to the quartile on that side. */
const REACH = 6;

type EstimateHistogram = NonNullable<Estimation['estimates']>['histogram'];

/** The least of 1, 2 and 5 times a power of ten that is at or above a size. */
function roundWidth(size: number): number {
  let unit = 1;
  while (unit > size) unit /= 10;
  while (10 * unit <= size) unit *= 10;
  return [1, 2, 5, 10].map((times) => times * unit).find((width) => width >= size)!;
}

/** Counts of estimates in bins about their median, and how many lie below and above these. */
export function estimateHistogram(sorted: ArrayLike<number>): EstimateHistogram {
  const at = (probability: number): number => sorted[Math.round(probability * (sorted.length - 1))];
  const [lower, median, upper] = [at(0.25), at(0.5), at(0.75)];
  const [low, high] = [
    Math.max(sorted[0], median - REACH * (median - lower)),
    Math.min(sorted[sorted.length - 1], median + REACH * (upper - median)),
  ];
  if (!(high > low))
    return { width: 1, from: Math.round(median), counts: [sorted.length], below: 0, above: 0 };
  const width = roundWidth((high - low) / BINS);
  const [from, to] = [Math.round(low / width), Math.round(high / width)];
  const counts = Array.from({ length: to - from + 1 }, () => 0);
  let [below, above] = [0, 0];
  for (let i = 0; i < sorted.length; i++) {
    const bin = Math.round(sorted[i] / width) - from;
    if (bin < 0) below++;
    else if (bin >= counts.length) above++;
    else counts[bin]++;
  }
  return { width, from, counts, below, above };
}

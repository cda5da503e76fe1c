/** Values of which each stands for as many patients, or worlds, as any other, rising. */
export type EquallyLikely = readonly number[];

/** So many equally likely values of a law: its quantiles in the middle of as many equal shares. */
export const equallyLikely = (quantile: (probability: number) => number, count: number): EquallyLikely =>
  Array.from({ length: count }, (_, i) => quantile((i + 0.5) / count));

/** The value at or below which a share of equally likely values lies, between two of them by interpolation. */
export function quantileAmong(values: EquallyLikely, share: number): number {
  const position = Math.min(values.length - 1, Math.max(0, share * values.length - 0.5));
  const before = Math.floor(position);
  const after = Math.min(values.length - 1, before + 1);
  return values[before] + (position - before) * (values[after] - values[before]);
}

/** The share of the values at or below x, which lies inside them, by interpolation of logarithms between two of them. */
function shareBelow(values: EquallyLikely, x: number): number {
  const after = values.findIndex((value) => value > x);
  const [low, high] = [values[after - 1], values[after]];
  return (after - 0.5 + Math.log(x / low) / Math.log(high / low)) / values.length;
}

/** Shares of the values, not all of them the same, in bins of equal width on a logarithmic scale. */
export function logBins(values: EquallyLikely, low: number, high: number, bins: number): number[] {
  const step = Math.log(high / low) / bins;
  const [least, greatest] = [values[0], values[values.length - 1]];
  const below = Array.from({ length: bins + 1 }, (_, i) => {
    const x = low * Math.exp(i * step);
    // Half of the share that the least and the greatest value stand for lies beyond them
    if (i === 0 || x <= least) return 0.5 / values.length;
    return i === bins || x >= greatest ? 1 - 0.5 / values.length : shareBelow(values, x);
  });
  return below.slice(1).map((share, bin) => share - below[bin]);
}

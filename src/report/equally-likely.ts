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

/** The share of equally likely values at or below x, between two of them by interpolation of logarithms. */
function shareBelow(values: EquallyLikely, x: number): number {
  const after = values.findIndex((value) => value > x);
  if (after < 0) return 1;
  if (after === 0) return 0;
  const [low, high] = [values[after - 1], values[after]];
  return (after - 0.5 + Math.log(x / low) / Math.log(high / low)) / values.length;
}

/** Shares of the values in bins of equal width on a logarithmic scale, which together hold them all. */
export function logBins(values: EquallyLikely, low: number, high: number, bins: number): number[] {
  const step = Math.log(high / low) / bins;
  const below = Array.from({ length: bins + 1 }, (_, i) =>
    i === 0 ? 0 : i === bins ? 1 : shareBelow(values, low * Math.exp(i * step)),
  );
  return below.slice(1).map((share, bin) => share - below[bin]);
}

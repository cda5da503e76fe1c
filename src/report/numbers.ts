import type { Estimate } from '../numeric/monte-carlo.ts';

/** A probability in percent with so many decimals, without the sign. */
export function percent(probability: number, decimals = 1): string {
  return (100 * probability).toFixed(decimals);
}

/** Decimals that show a Monte Carlo standard error (as a probability) to two figures, between 1 and 4. */
function decimalsFor(mcse: number): number {
  if (!(mcse > 0)) return 1;
  return Math.min(4, Math.max(1, 1 - Math.floor(Math.log10(100 * mcse))));
}

/** `93.02 ± 0.02 %`: an estimated probability with its Monte Carlo standard error. */
export function withError({ estimate, mcse }: Estimate): string {
  const decimals = decimalsFor(mcse);
  return `${percent(estimate, decimals)} ± ${percent(mcse, decimals)} %`;
}

/** `−71.1 ± 1.4`: a difference of probabilities in percentage points with its Monte Carlo standard error. */
export function signedWithError(difference: number, mcse: number): string {
  const decimals = decimalsFor(mcse);
  return `${signed(100 * difference, decimals)} ± ${percent(mcse, decimals)}`;
}

/** `44.06 %` to so many decimals, or a dash where no exact value exists. */
export function exactly({ exact }: Estimate, decimals = 2): string {
  return exact === undefined ? '–' : `${percent(exact, decimals)} %`;
}

/** A probability from here on reads as 100.0 % where one decimal is shown, and an estimate's error must leave it above the other. */
const [READS_AS_CERTAIN, STAYS_CERTAIN] = [0.9995, 0.995];

/** Whether a probability reads as 100.0 %, and if it is an estimate stays above 99.5 % less two of its standard errors. */
export function isPracticallyCertain({ estimate, mcse, exact }: Estimate): boolean {
  if (exact !== undefined) return exact >= READS_AS_CERTAIN;
  return estimate >= READS_AS_CERTAIN && estimate - 2 * mcse >= STAYS_CERTAIN;
}

/** The best value there is: exact, else estimated. */
export function best({ estimate, exact }: Estimate): number {
  return exact ?? estimate;
}

/** `32.4 %` where the value is exact, else the estimate with its Monte Carlo standard error. */
export function known(estimate: Estimate): string {
  return estimate.exact === undefined ? withError(estimate) : exactly(estimate, 1);
}

/** `114.44 ± 0.14`: an estimated mean with its Monte Carlo standard error. */
export function meanWithError({ estimate, mcse }: Estimate): string {
  const decimals = decimalsFor(mcse / 100);
  return `${estimate.toFixed(decimals)} ± ${mcse.toFixed(decimals)}`;
}

/** `114.40`: the exact mean, or a dash where there is none. */
export function meanExactly({ exact }: Estimate, decimals = 2): string {
  return exact === undefined ? '–' : exact.toFixed(decimals);
}

/** `114.4` where the mean is exact, else the estimate with its Monte Carlo standard error. */
export function knownMean(estimate: Estimate): string {
  return estimate.exact === undefined ? meanWithError(estimate) : meanExactly(estimate, 1);
}

/** The difference between estimate and exact value in Monte Carlo standard errors, or undefined. */
export function errorsApart({ estimate, mcse, exact }: Estimate): number | undefined {
  return exact === undefined || mcse === 0 ? undefined : (estimate - exact) / mcse;
}

/** `2.7 percentage points`: the size of a difference of probabilities. */
export function points(difference: number): string {
  const size = Math.abs(100 * difference).toFixed(1);
  return `${size} percentage ${size === '1.0' ? 'point' : 'points'}`;
}

/** A number with a true minus sign, and a plus where it is above 0. */
export function signed(value: number, decimals = 1): string {
  const text = Math.abs(value).toFixed(decimals);
  if (Number(text) === 0) return text;
  return `${value < 0 ? '−' : '+'}${text}`;
}

/** `4.9 Gy`, to a tenth. */
export function gray(value: number): string {
  return `${Number(value.toFixed(1))} Gy`;
}

/** `10,000`: a count, with thousands set apart from 10,000 on. */
export function grouped(count: number): string {
  return count < 10_000 ? String(count) : String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Smallest and largest of some values, as parameters of a chart's axis: `xLow` and `xHigh` for `x`. */
export function axisParams(axis: 'x' | 'y', values: readonly number[]): Record<string, number> {
  return { [`${axis}Low`]: short(Math.min(...values)), [`${axis}High`]: short(Math.max(...values)) };
}

/** A value for a chart's data: six significant digits. */
export function short(value: number): number {
  return Number(value.toPrecision(6));
}

import type { Estimate } from '../numeric/monte-carlo.ts';

/** A probability in percent with so many decimals, without the sign. */
export function percent(probability: number, decimals = 1): string {
  return (100 * probability).toFixed(decimals);
}

/** Decimals that show a Monte Carlo standard error (as a probability) to two figures, between 1 and 4. */
export function decimalsFor(mcse: number): number {
  if (!(mcse > 0)) return 1;
  return Math.min(4, Math.max(1, 1 - Math.floor(Math.log10(100 * mcse))));
}

/** `93.02 ± 0.02 %`: an estimated probability with its Monte Carlo standard error. */
export function withError({ estimate, mcse }: Estimate): string {
  const decimals = decimalsFor(mcse);
  return `${percent(estimate, decimals)} ± ${percent(mcse, decimals)} %`;
}

/** `44.1 %`, or a dash where no exact value exists. */
export function exactly({ exact }: Estimate): string {
  return exact === undefined ? '–' : `${percent(exact)} %`;
}

/** The best value there is: exact, else estimated. */
export function best({ estimate, exact }: Estimate): number {
  return exact ?? estimate;
}

/** The difference between estimate and exact value in Monte Carlo standard errors, or undefined. */
export function errorsApart({ estimate, mcse, exact }: Estimate): number | undefined {
  return exact === undefined || mcse === 0 ? undefined : (estimate - exact) / mcse;
}

import type { AimResult, AimSummary } from '../engine/aim-result.ts';
import type { Estimate } from '../numeric/monte-carlo.ts';
import { endpoints } from '../outcomes/endpoints/index.ts';
import { endpointPhrase } from '../trial/endpoint-time.ts';
import { percent } from './numbers.ts';

/** The sets by the names that tables give them. */
export const setWords = {
  delta: 'delta',
  fieller: 'Fieller',
  profileLikelihood: 'profile likelihood',
} as const;

/** `94.4 %`: what normal approximation expects of a probability; a dash where it says nothing. */
export const expectedShare = (expected: number | undefined): string =>
  expected === undefined ? '–' : `${percent(expected)} %`;

/** `1.18`, in Gy, to two decimals with a true minus sign; a dash where there is none. */
export function toHundredths(value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return '–';
  return value.toFixed(2).replace('-', '−');
}

/** `1.18 Gy`; a dash where there is none. */
export const grayTo2 = (value: number | null | undefined): string => inGray(toHundredths(value));

/** `4.92 ± 0.04`: an estimate in Gy with its Monte Carlo standard error. */
export function plusMinus(value: Estimate | undefined): string {
  if (!value || !Number.isFinite(value.estimate)) return '–';
  const decimals = value.mcse > 0 ? Math.min(4, Math.max(1, 1 - Math.floor(Math.log10(value.mcse)))) : 2;
  return `${value.estimate.toFixed(decimals).replace('-', '−')} ± ${value.mcse.toFixed(decimals)}`;
}

/** `4.92 ± 0.04 Gy`. */
export const grayWithError = (value: Estimate | undefined): string => inGray(plusMinus(value));

const inGray = (text: string): string => (text === '–' ? text : `${text} Gy`);

/** The endpoint of an aim with its time, and what is counted of it. */
export function countedWords({ endpoint, time, event }: AimSummary): { phrase: string; failures: string } {
  const { eventIsGood, label } = endpoints[endpoint];
  return {
    phrase: endpointPhrase(endpoints[endpoint], time),
    failures: event === 'harm' || !eventIsGood ? `patients with ${label}` : `patients without ${label}`,
  };
}

/** `95 % Fieller set`. */
export const primaryWords = ({ level, primary }: AimResult['aim']): string =>
  `${Number((100 * level).toPrecision(6))} % ${setWords[primary]} set`;

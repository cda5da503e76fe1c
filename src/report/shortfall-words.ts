import { gray } from './numbers.ts';

/** `4.9`: a value in Gy whose unit follows later. */
export const bareGray = (valueGy: number): string => gray(valueGy).replace(' Gy', '');

function stretchWords(from: number | undefined, to: number | undefined): string {
  if (from === undefined) return `below ${gray(to!)}`;
  return to === undefined ? `above ${gray(from)}` : `between ${bareGray(from)} and ${gray(to)}`;
}

/** Where a curve lies below a limit that it crosses at some doses, rising: `below 2 Gy or above 5 Gy`. */
export function shortfallWords(startsAbove: boolean, crossingsGy: readonly number[]): string {
  const ends = startsAbove ? crossingsGy : [undefined, ...crossingsGy];
  return ends.flatMap((from, i) => (i % 2 === 0 ? [stretchWords(from, ends[i + 1])] : [])).join(' or ');
}

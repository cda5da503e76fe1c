/** A difference over its standard error; where that is 0 the sign decides: ±∞, or 0 of no difference. */
export function signedRatio(difference: number, standardError: number): number {
  if (difference === 0) return 0;
  return standardError > 0 ? difference / standardError : difference * Infinity;
}

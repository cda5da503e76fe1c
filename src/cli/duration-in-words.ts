const HOUR = 3600;

/** A time in the unit that suits it. */
export function durationInWords(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} seconds`;
  if (seconds < 1.5 * HOUR) return `${Math.round(seconds / 60)} minutes`;
  return `${Number((seconds / HOUR).toPrecision(2))} hours`;
}

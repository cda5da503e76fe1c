/** A number and its unit, or the parts of a schedule, are not torn apart. */
const INSEPARABLE = / (?=[%×±]|Gy\b)|(?<=[×±+]) /g;

/** Text whose numbers keep their units, and schedules their parts, on one line. */
export function unbroken(text: string): string {
  return text.replace(INSEPARABLE, '\u00a0');
}

import { textWidth } from './text-width.ts';

/** A number and its unit, or the parts of a schedule, are not torn apart. */
const INSEPARABLE = / (?=[%×±]|Gy\b)|(?<=[×±+]) /g;

/** Text whose numbers keep their units, and schedules their parts, on one line. */
export function unbroken(text: string): string {
  return text.replace(INSEPARABLE, '\u00a0');
}

/** Breaks text into lines no wider than so many pixels; a single longer word keeps a line to itself. */
export function wrapText(text: string, pixels: number, fontSize: number, isBold = false): string[] {
  const words = unbroken(text).split(' ');
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    const joined = last === undefined ? word : `${last} ${word}`;
    if (last === undefined || textWidth(joined, fontSize, isBold) > pixels) lines.push(word);
    else lines[lines.length - 1] = joined;
  }
  return lines;
}

import { textWidth } from './text-width.ts';
import { unbroken } from './unbroken.ts';

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

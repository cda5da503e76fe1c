import { inputWords, type NamedInput } from './input-words.ts';
import { wrapText } from './wrap-text.ts';

/** Pixels that the words for an input may take on the axis of a wide and of a narrow chart. */
const WIDE_PIXELS = 150;
const NARROW_PIXELS = 84;
const FONT_SIZE = 12;

/** Names of rows as parameters of a chart, on several lines where they are long. */
export function inputAxisParams(
  inputs: readonly NamedInput[],
  names: readonly string[],
): { labels: string[]; narrowLabels: string[] } {
  const words = inputWords(inputs);
  const wrapped = (pixels: number): string[] =>
    names.map((name) => wrapText(words(name), pixels, FONT_SIZE).join('\n'));
  return { labels: wrapped(WIDE_PIXELS), narrowLabels: wrapped(NARROW_PIXELS) };
}

import { inputWords, type NamedInput } from './input-words.ts';
import { wrapText } from './wrap-text.ts';

/** Pixels that the words for an input may take on the axis of a wide and of a narrow chart. */
const WIDE_PIXELS = 150;
const NARROW_PIXELS = 84;
const FONT_SIZE = 12;
/** More lines would reach into the next row. */
const MOST_LINES = 3;

/** Names of rows as parameters of a chart, on several lines where they are long. */
export function inputAxisParams(
  inputs: readonly NamedInput[],
  names: readonly string[],
): { labels: string[]; narrowLabels: string[] } {
  const words = inputWords(inputs);
  const wrapped = (pixels: number): string[] =>
    names.map((name) => {
      const lines = wrapText(words(name), pixels, FONT_SIZE);
      const shown = lines.slice(0, MOST_LINES).join('\n');
      return lines.length > MOST_LINES ? `${shown} …` : shown;
    });
  return { labels: wrapped(WIDE_PIXELS), narrowLabels: wrapped(NARROW_PIXELS) };
}

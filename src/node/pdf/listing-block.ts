import type { Block } from './block.ts';
import { breakLongWords } from './break-long-words.ts';
import { INK, SIZE, TINT } from './look.ts';

/** Points that a line moves in for each space before it. */
const INDENT = 4;
/** Further points for what of a line does not fit on it. */
const HANG = 12;

/** Text whose lines stand as they are, indented by their spaces; what does not fit goes on below, further in. */
export function listingBlock(text: string): Block {
  const lines = text.replace(/\n$/, '').split('\n');
  const stack = lines.map((line) => {
    const spaces = line.length - line.trimStart().length;
    return {
      text: line.trimStart() === '' ? ' ' : breakLongWords(line.trimStart()),
      margin: [spaces * INDENT + HANG, 0, 0, 0] as [number, number, number, number],
      leadingIndent: -HANG,
    };
  });
  return {
    content: {
      table: { widths: ['*'], body: [[{ stack, fillColor: TINT }]] },
      layout: {
        hLineWidth: () => 0,
        vLineWidth: () => 0,
        paddingLeft: () => 8,
        paddingRight: () => 8,
        paddingTop: () => 6,
        paddingBottom: () => 6,
      },
      fontSize: SIZE.listing,
      color: INK,
      margin: [0, 2, 0, 8],
    },
  };
}

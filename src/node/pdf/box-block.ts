import type { Block } from './block.ts';
import { ACCENT, TINT, WARNING_LINE, WARNING_TINT } from './look.ts';

const LOOKS = {
  answer: { fill: TINT, bar: ACCENT },
  warnings: { fill: WARNING_TINT, bar: WARNING_LINE },
};

/** Blocks on a tinted ground with a bar to their left. */
export function boxBlock(blocks: readonly Block[], kind: keyof typeof LOOKS): Block {
  const { fill, bar } = LOOKS[kind];
  return {
    content: {
      table: { widths: ['*'], body: [[{ stack: blocks.map(({ content }) => content), fillColor: fill }]] },
      layout: {
        hLineWidth: () => 0,
        vLineWidth: (line) => (line === 0 ? 4 : 0),
        vLineColor: () => bar,
        paddingLeft: () => 10,
        paddingRight: () => 10,
        paddingTop: () => 7,
        paddingBottom: () => 2,
      },
      margin: [2, 6, 0, 8],
    },
  };
}

/** Advance widths of Helvetica (and Arial) in thousandths of the font size; digits and most letters are 556. */
const GROUPS: readonly [width: number, characters: string][] = [
  [191, "'"],
  [222, 'ijl‘’'],
  [260, '|'],
  [278, ' !,./:;[]\\ftI\u00a0'],
  [333, '()-`r“”'],
  [334, '{}'],
  [355, '"'],
  [389, '*'],
  [469, '^'],
  [500, 'ckvsxyzJγ'],
  [584, '+<=>~×±−≤≥'],
  [611, 'FTZ'],
  [667, '&ABEKPSVXY'],
  [722, 'wCDHNRU'],
  [778, 'GOQ'],
  [833, 'mM'],
  [889, '%'],
  [944, 'W'],
  [1000, '—…→←'],
  [1015, '@'],
];
const OTHERS = 556;
const BOLD = 1.07;
/** Where neither font is installed the stand-in is wider: DejaVu Sans by a sixth. */
const RESERVE = 1.17;

const widths = new Map(
  GROUPS.flatMap(([width, characters]) => [...characters].map((c) => [c, width] as const)),
);

/** Width in pixels to keep free for a line of text in the charts' font. */
export function textWidth(text: string, fontSize: number, isBold = false): number {
  let sum = 0;
  for (const character of text) sum += widths.get(character) ?? OTHERS;
  return (sum / 1000) * fontSize * RESERVE * (isBold ? BOLD : 1);
}

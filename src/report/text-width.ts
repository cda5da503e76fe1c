import { type AdvanceRun, BOLD_ADVANCES, REGULAR_ADVANCES, UNITS_PER_EM } from './text-widths.ts';

/** A face: how far each character moves the pen, and what to keep free where a stand-in is drawn in its place. */
interface Face {
  readonly advances: ReadonlyMap<number, number>;
  /** DejaVu Sans, which stands in where no font of the charts' widths is installed, is wider by about so much. */
  readonly reserve: number;
}

/** Of characters that the font lacks: ideographs and pictographs are about as wide as high. */
const OTHERS = UNITS_PER_EM;

const face = (runs: readonly AdvanceRun[], reserve: number): Face => ({
  advances: new Map(
    runs.flatMap(([first, advances]) => advances.map((advance, i) => [first + i, advance] as const)),
  ),
  reserve,
});
// Measured over the lines of all charts: nine in ten regular lines are within a fifth, every bold one within a quarter
const REGULAR = face(REGULAR_ADVANCES, 1.2);
const BOLD = face(BOLD_ADVANCES, 1.25);

/** Width in pixels to keep free for a line of text in the charts' font, or in what stands in for it. */
export function textWidth(text: string, fontSize: number, isBold = false): number {
  const { advances, reserve } = isBold ? BOLD : REGULAR;
  let units = 0;
  for (const character of text) units += advances.get(character.codePointAt(0)!) ?? OTHERS;
  return (units / UNITS_PER_EM) * fontSize * reserve;
}

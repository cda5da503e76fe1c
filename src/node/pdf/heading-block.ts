import type { HTMLElement } from 'node-html-parser';
import type { Content } from 'pdfmake';
import type { Block } from './block.ts';
import { inlineRuns, plainText } from './inline-runs.ts';
import { ACCENT, SIZE } from './look.ts';

/** The headings of a document so far: further ones stand under the last main one in the outline. */
export interface Headings {
  /** Names of the headings come from their number. */
  count: number;
  chapter: string | undefined;
}

/** A main heading with the line under it. */
const underlined = (heading: Content): Content => ({
  table: { widths: ['*'], body: [[heading]] },
  layout: {
    vLineWidth: () => 0,
    hLineWidth: (line) => (line === 1 ? 1.2 : 0),
    hLineColor: () => ACCENT,
    paddingLeft: () => 0,
    paddingRight: () => 0,
    paddingTop: () => 0,
    paddingBottom: () => 2,
  },
  margin: [0, 12, 0, 7],
});

/**
 * A heading, with its entry in the outline unless it is the title.
 *
 * @param isBoxed the heading of a box, without a line
 */
export function headingBlock(element: HTMLElement, headings: Headings, isBoxed: boolean): Block {
  const level = Number(element.rawTagName[1]);
  const text = inlineRuns(element.childNodes);
  const look = { text, bold: true };
  if (level === 1)
    return { content: { ...look, fontSize: SIZE.heading1, margin: [0, 2, 0, 6] }, leads: true };
  headings.count++;
  const id = `heading-${headings.count}`;
  const entry = { id, outline: true, outlineText: plainText(text) };
  if (level > 2) {
    const parent = headings.chapter === undefined ? {} : { outlineParentId: headings.chapter };
    const content: Content = { ...look, fontSize: SIZE.heading3, margin: [0, 8, 0, 4], ...entry, ...parent };
    return { content, leads: true };
  }
  headings.chapter = id;
  const heading: Content = { ...look, fontSize: SIZE.heading2, ...entry };
  return {
    content: isBoxed ? { ...heading, margin: [0, 0, 0, 4] } : underlined(heading),
    leads: true,
  };
}

import type { HTMLElement } from 'node-html-parser';
import type { Content } from 'pdfmake';
import type { Block } from './block.ts';
import { inlineRuns, plainText, type Run } from './inline-runs.ts';
import { INK, LINE_HEIGHT, SIZE, SOFT } from './look.ts';

/** What a paragraph looks like by its class on the page. */
const LOOKS: Readonly<Record<string, object>> = {
  kind: { fontSize: SIZE.small, color: SOFT },
  note: { fontSize: SIZE.small, color: SOFT },
  question: { fontSize: 11 },
  care: { bold: true },
};

/** What follows a paragraph that leads to it. */
const LED_TO = /^(ul|ol|dl|div|table)$/i;

/** Text as a paragraph. */
export const paragraph = (text: readonly Run[], look: object = {}): Content => ({
  text: [...text],
  color: INK,
  lineHeight: LINE_HEIGHT,
  margin: [0, 0, 0, 6],
  ...look,
});

/** Characters up to which a paragraph stays on one page. */
const MOST_IN_WHOLE = 600;

/** Whether text is so short that the end of a page need not part it. */
export const isShort = (text: readonly Run[]): boolean => plainText(text).length <= MOST_IN_WHOLE;

/** The first sentence of an answer stands out. */
const isHeadline = (element: HTMLElement): boolean =>
  element.parentNode?.classList.contains('answer') === true &&
  element.parentNode.querySelector('p') === element;

/** A paragraph; one that a list or a table follows leads to it. Nothing where it is empty. */
export function paragraphBlock(element: HTMLElement): Block[] {
  const text = inlineRuns(element.childNodes);
  if (text.length === 0) return [];
  const look = Object.assign(
    {},
    isHeadline(element) ? { fontSize: 10.5, bold: true } : {},
    ...element.classList.value.map((name) => LOOKS[name] ?? {}),
  );
  const leads = LED_TO.test(element.nextElementSibling?.rawTagName ?? '');
  return [{ content: paragraph(text, look), leads, isWhole: isShort(text) }];
}

import type { HTMLElement, Node } from 'node-html-parser';
import type { Content } from 'pdfmake';
import type { Block } from './block.ts';
import { boxBlock } from './box-block.ts';
import { figureBlock } from './figure-block.ts';
import { type Headings, headingBlock } from './heading-block.ts';
import { inlineRuns, isElement, isLeftOut } from './inline-runs.ts';
import { listingBlock } from './listing-block.ts';
import { isShort, paragraph, paragraphBlock } from './paragraph-block.ts';
import { tableBlock } from './table-block.ts';

/** Where blocks stand. */
interface Place {
  /** The whole document. */
  readonly html: string;
  readonly headings: Headings;
  /** In a box or a list: a table there cannot turn its page. */
  readonly isBoxed: boolean;
}

/** Elements that stand below what is before them; others stand in its line. */
const BLOCKS = new Set(
  'main header section article aside footer div figure details summary p h1 h2 h3 h4 ul ol dl pre table'.split(
    ' ',
  ),
);

const tagOf = (element: HTMLElement): string => element.rawTagName.toLowerCase();

const isBlock = (node: Node): node is HTMLElement => isElement(node) && BLOCKS.has(tagOf(node));

/** What an element of a list holds, as one content. */
function itemContent(element: HTMLElement, place: Place): Content {
  const blocks = blocksIn(element, { ...place, isBoxed: true });
  return { stack: blocks.map(({ content }) => content) };
}

function listBlock(element: HTMLElement, place: Place): Block {
  const items = element.childNodes
    .filter(isElement)
    .filter((item) => tagOf(item) === 'li')
    .map((item) => itemContent(item, place));
  const look = { margin: [4, 0, 0, 4] as [number, number, number, number] };
  return { content: tagOf(element) === 'ol' ? { ol: items, ...look } : { ul: items, ...look } };
}

/** Terms in bold, each with what it says below and further in. */
function definitionBlocks(element: HTMLElement, place: Place): Block[] {
  return element.childNodes.filter(isElement).flatMap((part): Block[] => {
    if (tagOf(part) === 'div') return definitionBlocks(part, place);
    if (tagOf(part) === 'dt') {
      const look = { bold: true, margin: [0, 4, 0, 1] };
      return [{ content: paragraph(inlineRuns(part.childNodes), look), leads: true }];
    }
    const content = { stack: [itemContent(part, place)], margin: [12, 0, 0, 0] };
    return [{ content: content as Content, isWhole: isShort(inlineRuns(part.childNodes)) }];
  });
}

function boxOf(element: HTMLElement, kind: 'answer' | 'warnings', place: Place): Block {
  return boxBlock(blocksIn(element, { ...place, isBoxed: true }), kind);
}

/** A figure with its heading; what else stands in it is for a screen. */
function figureOf(element: HTMLElement, { html, headings }: Place): Block {
  const heading = element.querySelector('h2, h3, h4');
  return figureBlock(element, html, heading ? headingBlock(heading, headings, false) : undefined);
}

/** The blocks that an element is. */
function blocksOf(element: HTMLElement, place: Place): Block[] {
  if (isLeftOut(element)) return [];
  const { classList } = element;
  for (const kind of ['answer', 'warnings'] as const)
    if (classList.contains(kind)) return [boxOf(element, kind, place)];
  switch (tagOf(element)) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
      return [headingBlock(element, place.headings, place.isBoxed)];
    case 'p':
      return paragraphBlock(element);
    case 'summary':
      return [{ content: paragraph(inlineRuns(element.childNodes), { bold: true }), leads: true }];
    case 'ul':
    case 'ol':
      return [listBlock(element, place)];
    case 'dl':
      return definitionBlocks(element, place);
    case 'table':
      return tableBlock(element, !place.isBoxed);
    case 'figure':
      return [figureOf(element, place)];
    case 'pre':
      return [listingBlock(element.text)];
    default:
      return blocksIn(element, place);
  }
}

/** The blocks in an element, one below the other; text between them is a paragraph. */
function blocksIn(element: HTMLElement, place: Place): Block[] {
  const blocks: Block[] = [];
  let line: Node[] = [];
  const endLine = (): void => {
    const text = inlineRuns(line);
    if (text.length > 0) blocks.push({ content: paragraph(text, { margin: [0, 0, 0, 3] }) });
    line = [];
  };
  for (const node of element.childNodes) {
    if (!isBlock(node)) line.push(node);
    else {
      endLine();
      blocks.push(...blocksOf(node, place));
    }
  }
  endLine();
  return blocks;
}

/**
 * What is in a document, as blocks below each other: all that is on the page, unfolded, without what is for a screen.
 *
 * @param html the document that the element was read from
 */
export const readBlocks = (element: HTMLElement, html: string): Block[] =>
  blocksIn(element, { html, headings: { count: 0, chapter: undefined }, isBoxed: false });

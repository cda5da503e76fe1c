import { type HTMLElement, type Node, NodeType } from 'node-html-parser';
import { breakLongWords, ZERO_WIDTH_SPACE } from './break-long-words.ts';
import { ACCENT, BASIS_COLOURS, SOFT, TINT } from './look.ts';

/** A piece of text in one look. */
export interface Run {
  text: string;
  readonly bold?: true;
  readonly color?: string;
  readonly background?: string;
  readonly sup?: true;
  readonly sub?: true;
  readonly link?: string;
}

type Look = Omit<Run, 'text'>;

/** What is for a screen, a mouse or a phone, and not for paper. */
const LEFT_OUT = new Set(['script', 'style', 'template', 'button', 'input', 'select', 'svg', 'nav']);

/** Whether an element is not shown on paper. */
export function isLeftOut(element: HTMLElement): boolean {
  return (
    LEFT_OUT.has(element.rawTagName.toLowerCase()) ||
    element.hasAttribute('hidden') ||
    element.classList.contains('narrow')
  );
}

/** Whether a node is an element, not text. */
export const isElement = (node: Node): node is HTMLElement => node.nodeType === NodeType.ELEMENT_NODE;

/** How an element changes the look of the text in it. */
function lookOf(element: HTMLElement, look: Look): Look {
  switch (element.rawTagName.toLowerCase()) {
    case 'strong':
    case 'b':
    case 'dt':
      return { ...look, bold: true };
    case 'code':
    case 'kbd':
      return { ...look, background: TINT };
    case 'sup':
      return { ...look, sup: true };
    case 'sub':
      return { ...look, sub: true };
    case 'a':
      return { ...look, ...linkLook(element.getAttribute('href') ?? '') };
    default:
      return { ...look, ...classLook(element) };
  }
}

const linkLook = (href: string): Look =>
  /^(https?|mailto):/i.test(href) ? { link: href, color: ACCENT } : {};

function classLook({ classList }: HTMLElement): Look {
  if (classList.contains('reference')) return { color: SOFT };
  if (!classList.contains('basis')) return {};
  const color = classList.value.map((name) => BASIS_COLOURS[name]).find(Boolean);
  return color === undefined ? { bold: true } : { bold: true, color };
}

function collect(node: Node, look: Look, runs: Run[]): void {
  if (!isElement(node)) {
    if (node.nodeType === NodeType.TEXT_NODE)
      runs.push({ ...look, text: node.text.replace(/[ \t\r\n]+/g, ' ') });
    return;
  }
  const tag = node.rawTagName.toLowerCase();
  if (tag === 'br') runs.push({ ...look, text: '\n' });
  else if (tag === 'wbr') runs.push({ ...look, text: ZERO_WIDTH_SPACE });
  else if (tag === 'math') runs.push({ ...look, text: node.getAttribute('data-text') ?? node.text });
  else if (!isLeftOut(node)) for (const child of node.childNodes) collect(child, lookOf(node, look), runs);
}

/** Runs without doubled spaces, nor any at the ends of the text; runs of one look become one. */
function tidied(runs: readonly Run[]): Run[] {
  const kept: Run[] = [];
  for (const run of runs) {
    const last = kept.at(-1);
    const isAfterSpace = last === undefined || /[ \n]$/.test(last.text);
    const text = isAfterSpace ? run.text.replace(/^ /, '') : run.text;
    if (text === '') continue;
    const { text: _, ...look } = run;
    const { text: before, ...lastLook } = last ?? { text: '' };
    if (last && JSON.stringify(look) === JSON.stringify(lastLook)) last.text = before + text;
    else kept.push({ ...look, text });
  }
  const last = kept.at(-1);
  if (last) last.text = last.text.trimEnd();
  return kept.filter(({ text }) => text !== '').map((run) => ({ ...run, text: breakLongWords(run.text) }));
}

/** The text of nodes of HTML that stand in a line, in pieces of one look each. */
export function inlineRuns(nodes: readonly Node[]): Run[] {
  const runs: Run[] = [];
  for (const node of nodes) collect(node, {}, runs);
  return tidied(runs);
}

/** Text of runs without their looks. */
export const plainText = (runs: readonly Run[]): string =>
  runs
    .map(({ text }) => text)
    .join('')
    .replaceAll(ZERO_WIDTH_SPACE, '');

import { isCollection, isMap, isNode, isPair, type Node, stringify } from 'yaml';

/** A piece of a text and what is to stand there instead. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly written: string;
}

/** A line is not made longer than that by what is written on it. */
export const LONGEST_LINE = 110;

/** Whether a node is a block or list over several lines, without braces. */
export const isBlockCollection = (node: Node): boolean => isCollection(node) && node.flow !== true;

/** Letters before a place on its line. */
export const columnOf = (text: string, offset: number): number =>
  offset - (text.lastIndexOf('\n', offset - 1) + 1);

/** Where what a node says ends, without the spaces and comments behind. */
export function contentEnd(text: string, node: Node): number {
  if (isCollection(node) && isBlockCollection(node)) {
    const last = node.items.at(-1);
    const inner = isPair(last) ? (isNode(last.value) ? last.value : last.key) : last;
    if (isNode(inner)) return contentEnd(text, inner);
  }
  const [start, end] = node.range!;
  return start + text.slice(start, end).trimEnd().length;
}

/** The line break that a text uses. */
export const lineBreak = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

/** A block or list over several lines, all but the first moved so far to the right. */
export function blockLines(text: string, value: object, column: number): string {
  const lines = stringify(value, { lineWidth: 0, aliasDuplicateObjects: false }).trimEnd().split('\n');
  return lines
    .map((line, i) => (i === 0 || line === '' ? line : ' '.repeat(column) + line))
    .join(lineBreak(text));
}

/** Where the items of a block or list begin on their lines. */
export function itemColumn(text: string, node: Node): number {
  const first = isCollection(node) ? node.items[0] : undefined;
  const start = isMap(node) && isPair(first) && isNode(first.key) ? first.key.range![0] : node.range![0];
  return columnOf(text, start);
}

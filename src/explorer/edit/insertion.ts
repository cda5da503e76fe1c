import { isCollection, isMap, isNode, isPair, type Node } from 'yaml';
import { flowText, plainOrQuoted } from './flow-text.ts';
import {
  blockLines,
  contentEnd,
  isBlockCollection,
  itemColumn,
  LONGEST_LINE,
  lineBreak,
  type Splice,
} from './splice.ts';
import type { WrittenYaml } from './written-yaml.ts';

/** A new item of a block or list on lines of its own, the first of which begins so far to the right. */
function ownLines(text: string, lead: string, value: unknown, column: number): string {
  const line = `${lead} ${flowText(value)}`;
  if (typeof value !== 'object' || value === null || column + line.length <= LONGEST_LINE) return line;
  const inner = ' '.repeat(column + 2);
  return `${lead}${lineBreak(text)}${inner}${blockLines(text, value, column + 2)}`;
}

/** The end of the last item that stands in braces or brackets; undefined where these are empty. */
function lastItemEnd(node: Node): number | undefined {
  const last = isCollection(node) ? node.items.at(-1) : undefined;
  const inner = isPair(last) ? (isNode(last.value) ? last.value : last.key) : last;
  return isNode(inner) ? inner.range![1] : undefined;
}

/** A new key of a block, or position of a list, at its end. */
export function insertion({ text }: WrittenYaml, node: Node, key: string, value: unknown): Splice {
  const lead = isMap(node) ? `${plainOrQuoted(key)}:` : '-';
  if (isBlockCollection(node)) {
    const column = itemColumn(text, node);
    const rest = text.slice(contentEnd(text, node)).search(/\r?\n|$/);
    const start = contentEnd(text, node) + rest;
    const written = lineBreak(text) + ' '.repeat(column) + ownLines(text, lead, value, column);
    return { start, end: start, written };
  }
  const item = isMap(node) ? `${lead} ${flowText(value)}` : flowText(value);
  const end = lastItemEnd(node);
  if (end !== undefined) return { start: end, end, written: `, ${item}` };
  const [start, stop] = node.range!;
  return { start, end: stop, written: isMap(node) ? `{ ${item} }` : `[${item}]` };
}

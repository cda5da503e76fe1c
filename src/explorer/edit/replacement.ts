import { isAlias, isMap, isPair, isScalar, type Node, type ParsedNode, type Scalar, visit } from 'yaml';
import { blockScalar } from './block-scalar.ts';
import { doubleQuoted, flowText } from './flow-text.ts';
import { blockLines, columnOf, contentEnd, isBlockCollection, type Splice } from './splice.ts';
import type { WrittenYaml } from './written-yaml.ts';

/** A text in the quotes that another stands in; in double quotes where these cannot hold it. */
function likewiseQuoted({ type }: Scalar, text: string): string {
  if (type === 'QUOTE_SINGLE' && !/\p{C}|[\u2028\u2029]/u.test(text))
    return `'${text.replaceAll("'", "''")}'`;
  return type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE' ? doubleQuoted(text) : flowText(text);
}

/** A value that is no block in the place of another: in its range of the text, and in its quotes where it is text. */
function scalarSplices(text: string, node: Scalar, value: unknown): Splice[] {
  const [start, end] = node.range!;
  const source = text.slice(start, end);
  const isBlock = node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL';
  const inline = typeof value === 'string' ? likewiseQuoted(node, value) : flowText(value);
  if (isBlock) {
    const block = typeof value === 'string' ? blockScalar(source, value) : undefined;
    const eol = source.match(/\r?\n$/)?.[0] ?? '';
    return [...(block === undefined ? [] : [block]), inline + eol].map((written) => ({
      start,
      end,
      written,
    }));
  }
  if (source !== '') return [{ start, end, written: inline }];
  // Nothing was written there: a space on either side that has none
  const before = /\s/.test(text[start - 1] ?? ' ') ? '' : ' ';
  const after = /[\s,\]}]/.test(text[end] ?? ' ') ? '' : ' ';
  return [{ start, end, written: `${before}${inline}${after}` }];
}

/** Where the colon before the value of a key ends; undefined where the node is no value of a key. */
function colonBefore({ text, document }: WrittenYaml, node: Node): number | undefined {
  let end: number | undefined;
  visit(document, {
    Pair: (_, pair) => {
      if (!isPair(pair) || pair.value !== node) return undefined;
      end = text.indexOf(':', (pair.key as ParsedNode).range[1]) + 1;
      return visit.BREAK;
    },
  });
  return end;
}

/** Ways of writing a value in the place of a node, the best first. */
export function replacements(written: WrittenYaml, node: Node, value: unknown): Splice[] {
  const { text } = written;
  const [start, end] = node.range!;
  if (isScalar(node)) return scalarSplices(text, node, value);
  if (isAlias(node) || !isBlockCollection(node)) return [{ start, end, written: flowText(value) }];
  const stop = contentEnd(text, node);
  const isBlock = typeof value === 'object' && value !== null && Object.keys(value).length > 0;
  if (isBlock && Array.isArray(value) !== isMap(node))
    return [{ start, end: stop, written: blockLines(text, value, columnOf(text, start)) }];
  const colon = colonBefore(written, node);
  return [
    ...(colon === undefined ? [] : [{ start: colon, end: stop, written: ` ${flowText(value)}` }]),
    { start, end: stop, written: flowText(value) },
  ];
}

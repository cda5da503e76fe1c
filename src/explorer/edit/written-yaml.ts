import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type Node, visit } from 'yaml';
import { readYaml } from '../../scenario/read-yaml.ts';
import { flowText } from './flow-text.ts';

/** A YAML text with what it says and how it is written. */
export interface WrittenYaml {
  readonly text: string;
  readonly data: Record<string, unknown>;
  readonly document: Document;
}

/** Name of the text in messages of problems. */
const FILE = 'scenario';

/**
 * Reads a scenario's text, keeping how it is written.
 *
 * @throws ScenarioError if it is no YAML; RangeError if it is no block of keys
 */
export function readWritten(text: string): WrittenYaml {
  const { data, document } = readYaml(text, FILE);
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw new RangeError('invalid scenario: not a block of keys');
  return { text, data: data as Record<string, unknown>, document };
}

/** What a block or list holds under a key; undefined where it holds nothing there. */
function below(node: Node, key: string): Node | undefined {
  if (isMap(node)) {
    const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
    return isNode(pair?.value) ? pair.value : undefined;
  }
  const item = isSeq(node) && /^\d+$/.test(key) ? node.items[Number(key)] : undefined;
  return isNode(item) ? item : undefined;
}

/** The deepest node on the way along some keys, and how many of them lead to it. */
export function deepestNode(document: Document, keys: readonly string[]): { node: Node; depth: number } {
  let node = document.contents as Node;
  for (const [depth, key] of keys.entries()) {
    const next = below(node, key);
    if (!next) return { node, depth };
    node = next;
  }
  return { node, depth: keys.length };
}

/** The text with every alias replaced by what it stands for, so that one value can change without the others. */
export function withoutAliases({ text, document }: WrittenYaml): string {
  const pieces: { start: number; end: number; written: string }[] = [];
  visit(document, {
    Alias: (_, alias) => {
      if (isAlias(alias) && alias.range)
        pieces.push({
          start: alias.range[0],
          end: alias.range[1],
          written: flowText(alias.resolve(document)?.toJS(document)),
        });
    },
  });
  return pieces
    .sort((a, b) => b.start - a.start)
    .reduce((all, { start, end, written }) => all.slice(0, start) + written + all.slice(end), text);
}

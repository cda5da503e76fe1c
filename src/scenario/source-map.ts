import { type Document, isMap, isPair, isScalar, type LineCounter, type Node, type Pair } from 'yaml';

/** Finds lines and columns of a parsed YAML file. */
export interface SourceMap {
  /** `file:line:column` of the deepest existing node on the way along `keys`. */
  locate(keys: readonly PropertyKey[]): string;
  /** The same of the key itself rather than its value. */
  locateKey(keys: readonly PropertyKey[]): string;
}

/** A source map of a parsed document. */
export function createSourceMap(file: string, document: Document, lines: LineCounter): SourceMap {
  const at = (offset: number | undefined): string => {
    if (offset === undefined) return `${file}:1:1`;
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  const nodeAt = (keys: readonly PropertyKey[]): Node | undefined => {
    const node = keys.length === 0 ? document.contents : document.getIn(keys, true);
    return node && typeof node === 'object' && 'range' in node ? (node as Node) : undefined;
  };
  const locate = (keys: readonly PropertyKey[]): string => {
    for (let length = keys.length; length >= 0; length--) {
      const node = nodeAt(keys.slice(0, length));
      if (node?.range) return at(node.range[0]);
    }
    return at(undefined);
  };
  const keyOf = (keys: readonly PropertyKey[]): Pair | undefined => {
    const parent = nodeAt(keys.slice(0, -1));
    const last = keys.at(-1);
    return isMap(parent)
      ? parent.items.find(
          (pair) => isPair(pair) && isScalar(pair.key) && String(pair.key.value) === String(last),
        )
      : undefined;
  };
  return {
    locate,
    locateKey: (keys) => {
      const pair = keyOf(keys);
      return pair && isScalar(pair.key) && pair.key.range ? at(pair.key.range[0]) : locate(keys);
    },
  };
}

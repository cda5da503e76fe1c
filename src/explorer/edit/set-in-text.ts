import { isCollection, type Node } from 'yaml';
import { setAt, splitPath, valueAt } from '../../scenario/path.ts';
import { readYaml } from '../../scenario/read-yaml.ts';
import { insertion } from './insertion.ts';
import { requirePlainValue } from './plain-value.ts';
import { replacements } from './replacement.ts';
import { deepestNode, readWritten, type WrittenYaml, withoutAliases } from './written-yaml.ts';

const sameData = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Whether a text reads as this data. */
function reads(text: string, data: unknown): boolean {
  try {
    return sameData(readYaml(text, 'scenario').data, data);
  } catch {
    return false;
  }
}

/** The value at keys that exist. */
const at = (data: unknown, keys: readonly string[]): unknown =>
  keys.reduce<unknown>((block, key) => (block as Record<string, unknown>)[key], data);

/** Texts in which one piece is replaced, so that they may read as what is wanted; the least changed first. */
function spliced(written: WrittenYaml, keys: readonly string[], wanted: unknown): string[] {
  const { text, document } = written;
  const { node, depth } = deepestNode(document, keys);
  const splices =
    depth < keys.length && isCollection(node)
      ? [insertion(written, node, keys[depth], at(wanted, keys.slice(0, depth + 1)))]
      : replacements(written, node, at(wanted, keys.slice(0, depth)));
  return splices.map(({ start, end, written: piece }) => text.slice(0, start) + piece + text.slice(end));
}

const commentsOf = ({ comment, commentBefore }: Node) => ({
  ...(comment != null && { comment }),
  ...(commentBefore != null && { commentBefore }),
});

/** The whole text written anew, its comments kept; undefined where that cannot be. */
function rewritten({ document }: WrittenYaml, keys: readonly string[], wanted: unknown): string | undefined {
  const { node, depth } = deepestNode(document, keys);
  const changed = keys.slice(0, isCollection(node) ? depth + 1 : depth);
  try {
    const fresh = document.createNode(at(wanted, changed)) as Node;
    if (depth === changed.length) Object.assign(fresh, commentsOf(node));
    document.setIn(changed, fresh);
    return document.toString({ lineWidth: 0 });
  } catch {
    return undefined;
  }
}

/**
 * Sets the value at a path in a scenario's text. Everything else keeps its bytes: comments, order, quotes, alignment. A
 * block that is new is written on one line where it fits.
 *
 * @param path as `splitPath` splits it along what the text says; blocks on the way that are missing are made
 * @param value text, a finite number, true or false, null, or lists and blocks of these
 * @throws ScenarioError if the text is no YAML
 * @throws RangeError if the text is no block of keys, or path or value are none that a scenario has
 */
export function setInText(text: string, path: string, value: unknown): string {
  requirePlainValue(value);
  const written = readWritten(text);
  const keys = splitPath(written.data, path);
  if (sameData(valueAt(written.data, path), value)) return text;
  const wanted = structuredClone(written.data);
  setAt(wanted, path, value);
  const found = spliced(written, keys, wanted).find((candidate) => reads(candidate, wanted));
  if (found !== undefined) return found;
  const free = withoutAliases(written);
  if (free !== text) return setInText(free, path, value);
  const anew = rewritten(written, keys, wanted);
  if (anew !== undefined && reads(anew, wanted)) return anew;
  throw new RangeError(`invalid path: ${path} (cannot be set in this text)`);
}

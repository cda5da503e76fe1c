import { isAlias, isMap, isNode, isScalar, isSeq, type Node } from 'yaml';
import { choicesAt } from '../../scenario/choices-at.ts';
import { splitPath } from '../../scenario/path.ts';
import { fieldLabel } from './field-label.ts';
import { columnOf } from './splice.ts';
import { readWritten, type WrittenYaml } from './written-yaml.ts';

/** What a field takes. */
export type FieldKind = 'number' | 'text' | 'boolean' | 'choice';

/** One value of a scenario as it is written, for a form. Plain data, so that it crosses to another thread. */
export interface Field {
  /** Where it stands, for `setInText`. */
  readonly path: string;
  /** Its top-level key. */
  readonly section: string;
  /** What it is, in words, below its section. */
  readonly label: string;
  /** Empty where it has none. */
  readonly unit: string;
  readonly kind: FieldKind;
  readonly value: number | string | boolean;
  /** The words it may take, there exactly where it is a choice. */
  readonly choices?: readonly string[];
  /** Where its value begins in the text: line and column, from 1. */
  readonly line: number;
  readonly column: number;
}

/** A value that is written, with the keys that lead to it. */
interface Leaf {
  readonly keys: readonly string[];
  readonly value: unknown;
  readonly start: number;
}

/** Every value that is no block, in the order of the text; what an alias stands for is not written where it stands. */
function leavesOf(node: Node, keys: readonly string[]): Leaf[] {
  if (isScalar(node)) return [{ keys, value: node.value, start: node.range![0] }];
  if (isAlias(node)) return [];
  if (isSeq(node))
    return node.items.flatMap((item, i) => (isNode(item) ? leavesOf(item, [...keys, String(i)]) : []));
  if (!isMap(node)) return [];
  return node.items.flatMap(({ key, value }) =>
    isScalar(key) && isNode(value) ? leavesOf(value, [...keys, String(key.value)]) : [],
  );
}

/** The path that leads to these keys; undefined where it leads elsewhere, or nowhere. */
function pathTo(data: unknown, keys: readonly string[]): string | undefined {
  const path = keys.join('.');
  try {
    return JSON.stringify(splitPath(data, path)) === JSON.stringify(keys) ? path : undefined;
  } catch {
    return undefined;
  }
}

function kindOf(
  { data }: WrittenYaml,
  { keys, value }: Leaf,
): { kind: FieldKind; choices?: string[] } | undefined {
  if (typeof value === 'number') return { kind: 'number' };
  if (typeof value === 'boolean') return { kind: 'boolean' };
  if (typeof value !== 'string') return undefined;
  const choices = keys[0] === 'provenance' ? undefined : choicesAt(data, keys);
  return choices ? { kind: 'choice', choices } : { kind: 'text' };
}

/** The line of each place of a text, from 1, asked in rising order. */
function lineCounter(text: string): (offset: number) => number {
  let [line, at] = [1, 0];
  return (offset) => {
    for (; at < offset; at++) if (text[at] === '\n') line++;
    return line;
  };
}

/**
 * The values of a scenario as they are written, without defaults, in the order of the text; where they come from
 * (`provenance`) is last. None while the text is broken YAML. A key without a value has no field.
 */
export function fieldsOf(text: string): Field[] {
  try {
    return writtenFields(readWritten(text));
  } catch {
    return [];
  }
}

function writtenFields(written: WrittenYaml): Field[] {
  const lineAt = lineCounter(written.text);
  const fields = leavesOf(written.document.contents as Node, []).flatMap((leaf): Field[] => {
    const line = lineAt(leaf.start);
    const column = columnOf(written.text, leaf.start) + 1;
    const path = pathTo(written.data, leaf.keys);
    const kind = kindOf(written, leaf);
    if (path === undefined || !kind) return [];
    const { words: label, unit } = fieldLabel(leaf.keys);
    const value = leaf.value as Field['value'];
    return [{ path, section: leaf.keys[0], label, unit, ...kind, value, line, column }];
  });
  const isLast = ({ section }: Field): boolean => section === 'provenance';
  return [...fields.filter((field) => !isLast(field)), ...fields.filter(isLast)];
}

/** A path as people write it: YAML keys joined by dots; array positions from 0. Keys may hold dots themselves. */
export type Path = string;

/** Keys that would reach behind an object. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/** Whether a key would reach behind an object, so that no scenario may hold it. */
export const isForbiddenKey = (key: string): boolean => FORBIDDEN.has(key);

const isBranch = (node: unknown): node is Record<string, unknown> =>
  typeof node === 'object' && node !== null;

/** Whether the keys of the block at these keys are paths themselves, dots and all. */
const holdsPaths = ([top, ...below]: readonly string[]): boolean =>
  top === 'truths'
    ? below.length === 1
    : (top === 'uncertainty' || top === 'sensitivity' || top === 'provenance') && below.length === 0;

/**
 * Splits a path along the keys of `root`: at each step the longest key that fits, else the text up to the next dot.
 *
 * @throws RangeError if the path is empty or names a key that no scenario has
 */
export function splitPath(root: unknown, path: Path): string[] {
  const keys: string[] = [];
  let node: unknown = root;
  let rest = path;
  while (rest !== '') {
    const fitting = isBranch(node)
      ? Object.keys(node).filter((key) => rest === key || rest.startsWith(`${key}.`))
      : [];
    const key =
      fitting.sort((a, b) => b.length - a.length)[0] ?? (holdsPaths(keys) ? rest : rest.split('.')[0]);
    keys.push(key);
    node = isBranch(node) && Object.hasOwn(node, key) ? node[key] : undefined;
    rest = rest.slice(key.length + 1);
  }
  if (keys.length === 0 || path.endsWith('.') || keys.some((key) => key === '' || isForbiddenKey(key))) {
    throw new RangeError(`invalid path: ${path === '' ? '(empty)' : path}`);
  }
  return keys;
}

/** The value at a path; undefined where there is none, or where the text is no path. */
export function valueAt(root: unknown, path: Path): unknown {
  let node: unknown = root;
  let keys: readonly string[];
  try {
    keys = splitPath(root, path);
  } catch {
    return undefined;
  }
  for (const key of keys) {
    if (!isBranch(node) || !Object.hasOwn(node, key)) return undefined;
    node = node[key];
  }
  return node;
}

/** Sets the value at a path in place; blocks on the way that are missing are made, for the schema to judge. */
export function setAt(root: Record<string, unknown>, path: Path, value: unknown): void {
  const keys = splitPath(root, path);
  let node: Record<string, unknown> = root;
  for (const key of keys.slice(0, -1)) {
    if (!Object.hasOwn(node, key) || !isBranch(node[key])) node[key] = {};
    node = node[key] as Record<string, unknown>;
  }
  const last = keys[keys.length - 1];
  if (Array.isArray(node) && !(/^\d+$/.test(last) && Number(last) <= node.length)) {
    throw new RangeError(`invalid path: ${path} (a list of ${node.length} has no position ${last})`);
  }
  node[last] = value;
}

/** A copy of `root` with values set at paths. */
export function withValues<T extends object>(root: T, values: Iterable<readonly [Path, unknown]>): T {
  const copy = structuredClone(root);
  for (const [path, value] of values) setAt(copy as Record<string, unknown>, path, structuredClone(value));
  return copy;
}

/** Every path to a leaf (a value that is no block) of `root`. */
export function leafPaths(root: unknown, prefix = ''): Path[] {
  if (!isBranch(root)) return [prefix];
  return Object.entries(root).flatMap(([key, value]) =>
    leafPaths(value, prefix === '' ? key : `${prefix}.${key}`),
  );
}

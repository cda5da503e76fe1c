import type { Path } from '../../scenario/path.ts';

/** Equations of one part of a scenario, with the symbols of the numbers that stand there. */
export interface EquationBlock {
  /** The heading that it stands under: the truth, the design. */
  readonly part: string;
  readonly title: string;
  /** Said before the text, and no part of what makes blocks alike. */
  readonly introduction?: string;
  readonly text?: string;
  readonly reference?: string;
  readonly equations: readonly string[];
  /** Where its numbers stand, and below it only these keys where they are named. */
  readonly at: Path;
  readonly keys?: readonly string[];
  /** Symbols by path below `at`; `*` stands for any one key. */
  readonly symbols: Readonly<Record<string, string>>;
}

/** Symbols with a path set before that of each. */
export function symbolsBelow(
  prefix: string,
  symbols: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(symbols).map(([key, symbol]) => [key === '' ? prefix : `${prefix}.${key}`, symbol]),
  );
}

const matches = (pattern: readonly string[], keys: readonly string[]): boolean =>
  pattern.length === keys.length && pattern.every((key, i) => key === '*' || key === keys[i]);

/** The symbol at some keys: the one whose path names most of them; a list's elements share its symbol. */
export function symbolAt(
  symbols: Readonly<Record<string, string>>,
  keys: readonly string[],
): string | undefined {
  const stars = (pattern: string): number => pattern.split('*').length;
  const found = Object.keys(symbols)
    .filter((pattern) => matches(pattern === '' ? [] : pattern.split('.'), keys))
    .sort((a, b) => stars(a) - stars(b));
  if (found.length > 0) return symbols[found[0]];
  const isElement = keys.length > 0 && /^\d+$/.test(keys[keys.length - 1]);
  return isElement ? symbolAt(symbols, keys.slice(0, -1)) : undefined;
}

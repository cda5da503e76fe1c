import { isLongList, NO_SOURCE } from '../../engine/assumptions.ts';
import type { Assumption } from '../../engine/result.ts';
import { describePath } from '../../scenario/describe-path.ts';
import { leafPaths, type Path, splitPath, valueAt } from '../../scenario/path.ts';
import { type Scenario, scenarioSchema } from '../../scenario/scenario-schema.ts';
import { type EquationBlock, symbolAt } from './equation-block.ts';
import type { SolvedValue } from './solved-values.ts';
import { unitOfPath } from './unit-of-path.ts';

/** One value of a scenario with what is known of it. */
export interface ParameterRow {
  readonly path: Path;
  readonly symbol?: string;
  readonly meaning: string;
  readonly value: string | number | boolean;
  readonly unit: string;
  /** What is stated of it; `solved` where an anchor determines it and the scenario states none. */
  readonly basis: Assumption['basis'] | 'solved';
  readonly note: string;
}

/** A block with the values that stand in it. */
export interface FilledBlock {
  readonly block: EquationBlock;
  readonly rows: readonly ParameterRow[];
}

/** The blocks of a scenario whose values an equation may use. */
const PARTS = ['arms', 'truth', 'uncertainty', 'truths', 'design'] as const;

const UNTAGGED = { basis: 'assumed', note: NO_SOURCE } as const;

const startsWith = (path: Path, prefix: Path): boolean => path === prefix || path.startsWith(`${prefix}.`);

/** Leaves of the parts, a long list of numbers as one. */
function valuePaths(scenario: Scenario): Path[] {
  const leaves = PARTS.flatMap((part) => leafPaths(scenario[part], part));
  const lists = leaves.map((path) => {
    const list = path.slice(0, path.lastIndexOf('.'));
    return isLongList(valueAt(scenario, list)) ? list : path;
  });
  return [...new Set(lists)];
}

/** The nearest assumption that is about a value. */
export function assumptionOf(assumptions: readonly Assumption[], path: Path): Assumption | undefined {
  return assumptions.reduce<Assumption | undefined>(
    (nearest, one) =>
      startsWith(path, one.about) && one.about.length >= (nearest?.about.length ?? 0) ? one : nearest,
    undefined,
  );
}

/** Keys of a path within the experiment as planned: another truth's are those that it replaces. */
function plannedKeys(scenario: Scenario, path: Path): string[] {
  const keys = splitPath(scenario, path);
  if (keys[0] === 'truths') return [...keys[2].split('.'), ...keys.slice(3)];
  return keys;
}

/** What the format says of a value. */
function meaningOf(scenario: Scenario, path: Path): string {
  const keys = splitPath(scenario, path);
  const planned = plannedKeys(scenario, path);
  // Another truth's value is looked up where it would stand
  const stated = keys[0] === 'truths' ? replaced(scenario, keys) : scenario;
  return describePath(scenarioSchema, stated, planned) ?? '';
}

/** The scenario with one value of another truth in place. */
function replaced(scenario: Scenario, [, truth, at]: readonly string[]): unknown {
  const copy = structuredClone(scenario.truth) as unknown as Record<string, unknown>;
  const keys = at.split('.').slice(1);
  let node = copy;
  for (const key of keys.slice(0, -1)) node = (node[key] ??= {}) as Record<string, unknown>;
  node[keys[keys.length - 1]] = scenario.truths[truth][at];
  return { ...scenario, truth: copy };
}

/** Numbers, schedules, and what a source is stated for. */
function isShown(value: unknown, path: Path, assumption: Assumption | undefined): boolean {
  if (typeof value === 'number' || Array.isArray(value)) return true;
  if (value === null || typeof value === 'object' || path.endsWith('.model')) return false;
  return assumption !== undefined || /\.schedules?(\.|$)/.test(path);
}

const keysOf = ({ at, keys }: EquationBlock): Path[] => keys?.map((key) => `${at}.${key}`) ?? [at];

/** How much of a path a block names; -1 where it is not one of its own. */
const lengthNamed = (block: EquationBlock, path: Path): number =>
  Math.max(-1, ...keysOf(block).map((prefix) => (startsWith(path, prefix) ? prefix.length : -1)));

/** The block that names most of a path. */
function blockOf(blocks: readonly EquationBlock[], path: Path): number {
  const fits = blocks.map((block) => lengthNamed(block, path));
  return fits.indexOf(Math.max(...fits));
}

function rowOf(
  scenario: Scenario,
  { at, symbols }: EquationBlock,
  path: Path,
  assumption: Assumption | undefined,
): ParameterRow {
  const value = valueAt(scenario, path);
  const list = Array.isArray(value) ? `${value.length} values` : undefined;
  const symbol = symbolAt(symbols, belowAt(scenario, path, at));
  return {
    path,
    ...(symbol !== undefined && { symbol }),
    meaning: meaningOf(scenario, path),
    value: list ?? (value as string | number | boolean),
    unit:
      typeof value === 'string' || typeof value === 'boolean' ? '' : unitOfPath(plannedKeys(scenario, path)),
    ...(assumption ? { basis: assumption.basis, note: assumption.note } : UNTAGGED),
  };
}

/** Keys below a block: the scenario's own, or by dots where the block lies inside one of them. */
function belowAt(scenario: Scenario, path: Path, at: Path): readonly string[] {
  if (path === at) return [];
  const rest = path.slice(at.length + 1);
  const keys = splitPath(scenario, path);
  const from = keys.findIndex((_, i) => keys.slice(i).join('.') === rest);
  return from < 0 ? rest.split('.') : keys.slice(from);
}

function solvedRow({ at, parameter, meaning, words, note }: SolvedValue, symbol: string): ParameterRow {
  const path = `${at}.${parameter}`;
  return { path, symbol, meaning, value: words, unit: unitOfPath([parameter]), basis: 'solved', note };
}

/** Every value of a scenario, and every value that an anchor determines, in the one block that it belongs to. */
export function fillBlocks(
  scenario: Scenario,
  assumptions: readonly Assumption[],
  blocks: readonly EquationBlock[],
  solved: readonly SolvedValue[],
): FilledBlock[] {
  const rows = blocks.map((): ParameterRow[] => []);
  for (const path of valuePaths(scenario)) {
    const assumption = assumptionOf(assumptions, path);
    if (!isShown(valueAt(scenario, path), path, assumption)) continue;
    const at = blockOf(blocks, path);
    rows[at].push(rowOf(scenario, blocks[at], path, assumption));
  }
  for (const value of solved) {
    const { at, parameter } = value;
    const own = blocks.findIndex((block) => block.at === at && parameter in block.symbols);
    rows[own].push(solvedRow(value, blocks[own].symbols[parameter]));
  }
  return blocks.map((block, i) => ({ block, rows: rows[i] }));
}

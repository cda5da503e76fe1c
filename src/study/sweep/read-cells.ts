import type { ReadFile } from '../../scenario/inline-files.ts';
import { type ReadScenario, readScenario, type ScenarioChange } from '../../scenario/read-scenario.ts';
import { type Problem, ScenarioError } from '../../scenario/scenario-error.ts';
import type { SweepGrid } from './sweep-grid.ts';
import type { VariedPath } from './varied-path.ts';

/** A scenario's file, with the changes that hold in every cell. */
export interface SweptScenario {
  readonly text: string;
  /** Name for messages. */
  readonly file: string;
  readonly changes: readonly ScenarioChange[];
  readonly readFile: ReadFile;
}

/** `cell 3 (design.perArm=165)`: a cell by its number from 1 and its values. */
export function nameCell(grid: SweepGrid, index: number): string {
  const values = grid
    .cell(index)
    .flatMap((value, i) => (value ? [`${grid.paths[i].path}=${value.text}`] : []));
  return `cell ${index + 1} (${values.join(', ')})`;
}

/** Reads the scenario of one cell. @throws ScenarioError with its problems */
export function readCell(
  { text, file, changes, readFile }: SweptScenario,
  grid: SweepGrid,
  index: number,
): ReadScenario {
  const own = grid
    .cell(index)
    .flatMap((value, i): ScenarioChange[] =>
      value ? [{ path: grid.paths[i].path, value: value.value, origin: value.origin }] : [],
    );
  return readScenario(text, file, [...changes, ...own], readFile);
}

/**
 * Reads every cell, each checked whole.
 *
 * @param onRead called for each cell that was read
 * @throws ScenarioError with the problems of all cells at once, each naming its argument or its cells
 */
export function readCells(swept: SweptScenario, grid: SweepGrid, onRead?: () => void): ReadScenario[] {
  const cells: ReadScenario[] = [];
  const found: CellProblems = new Map();
  for (let index = 0; index < grid.count; index++) {
    try {
      cells.push(readCell(swept, grid, index));
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      for (const problem of error.problems) note(found, problem, index);
    }
    onRead?.();
  }
  if (found.size > 0) throw new ScenarioError(inWords(found, grid));
  return cells;
}

/** By problem, the cells that have it. */
type CellProblems = Map<string, { readonly problem: Problem; readonly cells: number[] }>;

function note(found: CellProblems, problem: Problem, index: number): void {
  const key = JSON.stringify([problem.where, problem.message]);
  const entry = found.get(key) ?? { problem, cells: [] };
  entry.cells.push(index);
  found.set(key, entry);
}

function inWords(found: CellProblems, grid: SweepGrid): Problem[] {
  const problems = [...found.values()].map(({ problem, cells }): Problem => {
    if (cells.length === (cellsOf(grid, problem.where) ?? grid.count)) return problem;
    if (isPlaceOf(grid, cells[0], problem.where)) return problem;
    const more = cells.length > 1 ? ` and ${cells.length - 1} more` : '';
    return { ...problem, message: `${problem.message}, in ${nameCell(grid, cells[0])}${more}` };
  });
  return grid.arguments.reduce(saidOnce, problems);
}

/** Whether a place in a table of cells is one of the cell's own. */
const isPlaceOf = (grid: SweepGrid, index: number, where: string): boolean =>
  grid.arguments.length === 0 && grid.cell(index).some((value) => value?.origin === where);

/** Number of cells that hold the value of an argument; undefined where the place is none. */
function cellsOf(grid: SweepGrid, where: string): number | undefined {
  const varied = grid.arguments.find(({ values }) => values.some(({ origin }) => origin === where));
  return varied && grid.count / varied.values.length;
}

/** Says once, of the whole argument, what is wrong with each of its values. */
function saidOnce(problems: readonly Problem[], { values, origin }: VariedPath): Problem[] {
  const origins = values.map((value) => value.origin);
  if (origins.length < 2) return [...problems];
  const isOfAll = ({ message }: Problem): boolean =>
    origins.every((where) => problems.some((p) => p.where === where && p.message === message));
  return problems.flatMap((problem): Problem[] => {
    const at = origins.indexOf(problem.where);
    if (at < 0 || !isOfAll(problem)) return [problem];
    return at === 0 ? [{ where: origin, message: problem.message }] : [];
  });
}

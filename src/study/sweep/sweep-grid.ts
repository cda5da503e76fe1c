import { readCsv } from '../../evidence/read-csv.ts';
import { shownText } from '../../numeric/shown-text.ts';
import { readValue } from '../../scenario/read-yaml.ts';
import { type Problem, ScenarioError } from '../../scenario/scenario-error.ts';
import type { VariedPath, VariedValue } from './varied-path.ts';

/** The cells of a sweep, found one by one. */
export interface SweepGrid {
  readonly paths: readonly { readonly path: string; readonly isLog: boolean }[];
  readonly count: number;
  /** The values of a cell by path, cells counted from 0; undefined where the cell leaves the scenario's own value. */
  cell(index: number): readonly (VariedValue | undefined)[];
  /** Arguments whose values are tried all through, with their places. */
  readonly arguments: readonly VariedPath[];
}

/** Every combination of the values of paths: the last path changes first. @throws ScenarioError for a path given twice */
export function crossPaths(varied: readonly VariedPath[]): SweepGrid {
  const twice = varied.filter(({ path }, i) => varied.findIndex((other) => other.path === path) < i);
  if (twice.length > 0)
    throw new ScenarioError(
      twice.map(({ origin, path }): Problem => ({ where: origin, message: `${path} is varied twice` })),
    );
  const count = varied.reduce((product, { values }) => product * values.length, 1);
  const cell = (index: number): VariedValue[] => {
    const found: VariedValue[] = [];
    let rest = index;
    for (const { values } of varied.toReversed()) {
      found.unshift(values[rest % values.length]);
      rest = Math.floor(rest / values.length);
    }
    return found;
  };
  return { paths: varied.map(({ path, isLog }) => ({ path, isLog })), count, cell, arguments: varied };
}

/**
 * The cells of a table: the header names paths, each row is a cell, an empty field leaves the scenario's own value.
 *
 * @param file name for messages
 * @throws ScenarioError with the place of what cannot be read
 */
export function listCells(text: string, file: string): SweepGrid {
  const [header, ...rows] = readCsv(text, file);
  const place = ({ line, column }: { line: number; column: number }): string => `${file}:${line}:${column}`;
  if (!header || rows.length === 0)
    throw new ScenarioError([
      { where: `${file}:1:1`, message: 'is no list of cells (a header of paths, then a row a cell)' },
    ]);
  const names = header.map((name) => name.text);
  const seen = new Set<string>();
  const problems = [
    ...header.flatMap((name): Problem[] => {
      if (name.text === '') return [{ where: place(name), message: 'this column names no path' }];
      return seen.size === seen.add(name.text).size
        ? [{ where: place(name), message: `${shownText(name.text)} is named twice` }]
        : [];
    }),
    ...rows.flatMap((row): Problem[] =>
      row.length === names.length
        ? []
        : [{ where: place(row[0]), message: `has ${row.length} fields (the header has ${names.length})` }],
    ),
  ];
  if (problems.length > 0) throw new ScenarioError(problems);
  const cells = rows.map((row) =>
    row.map((field): VariedValue | undefined =>
      field.text === ''
        ? undefined
        : { value: readValue(field.text), text: field.text, origin: place(field) },
    ),
  );
  return {
    paths: names.map((path) => ({ path, isLog: false })),
    count: cells.length,
    cell: (index) => cells[index],
    arguments: [],
  };
}

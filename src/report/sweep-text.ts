import type { SweepResult } from '../study/sweep/sweep-result.ts';
import { grouped } from './numbers.ts';
import { paddedTable } from './padded-table.ts';
import { type SweepColumn, sweepColumns } from './sweep-columns.ts';
import { caseHead, type SweptCase, sweptCases } from './sweep-rows.ts';
import { wrapLines } from './wrap-lines.ts';

const WIDTH = 100;
/** Lines of a table, and answers, beyond which the files say the rest. */
const MOST_LINES = 60;
const MOST_ANSWERS = 20;

/** Columns side by side, as many as fit; a table of its own for those that do not. */
function tables(result: SweepResult, shown: readonly SweptCase[], all: readonly SweepColumn[]): string[][] {
  const head = caseHead(result);
  const tableOf = (columns: readonly SweepColumn[]): string[] =>
    paddedTable([
      [...head.headings, ...columns.flatMap(({ heading, further }) => [heading, ...further])],
      ...shown.map((swept) => [...head.cells(swept), ...columns.flatMap((column) => column.cells(swept))]),
    ]);
  const fits = (columns: readonly SweepColumn[]): boolean =>
    tableOf(columns).every((line) => line.length <= WIDTH);
  const groups: SweepColumn[][] = [];
  for (const column of all) {
    const last = groups.at(-1);
    if (last && fits([...last, column])) last.push(column);
    else groups.push([column]);
  }
  return groups.map(tableOf);
}

/** Whether a column says the same of every cell. */
function isConstant({ cells }: SweepColumn, cases: readonly SweptCase[]): boolean {
  const first = cells(cases[0]).join();
  return cases.length > 1 && cases.every((swept) => cells(swept).join() === first);
}

/** What no cell changes, in a line. */
function constantLines(columns: readonly SweepColumn[], cases: readonly SweptCase[]): string[] {
  const said = columns.map(({ heading, further, cells }) => {
    const [first, ...rest] = cells(cases[0]);
    const exact = further[0] === 'exact' ? ` (exact ${rest[0]})` : '';
    return `${heading} ${first}${exact}`;
  });
  return said.length === 0 ? [] : ['', ...wrapLines(`The same in every cell: ${said.join('; ')}.`)];
}

function sizeLine({ cells, truths, replicates, worlds }: SweepResult): string {
  const under = truths.length > 1 ? ` under each of ${truths.length} truths` : '';
  const drawn = worlds > 0 ? `, ${grouped(worlds)} worlds` : '';
  return `${grouped(cells.length)} cells, ${grouped(replicates)} simulated trials each${under}${drawn}, with the same random numbers; after ± the Monte Carlo standard error.`;
}

function more(count: number, most: number, what: string): string[] {
  return count > most ? [`… and ${grouped(count - most)} more ${what}: see sweep.csv and sweep.json.`] : [];
}

/** The answer of a sweep for a terminal, within 100 columns where the varied values leave room. */
export function sweepText(result: SweepResult): string[] {
  const { scenario, answers } = result;
  const cases = sweptCases(result);
  const columns = sweepColumns(result, cases);
  const constant = columns.filter((column) => isConstant(column, cases));
  const varying = columns.filter((column) => !constant.includes(column));
  const shown = cases.slice(0, MOST_LINES);
  const answer = answers.slice(0, MOST_ANSWERS).flatMap((sentence) => wrapLines(sentence));
  return [
    scenario.title,
    ...(scenario.question ? wrapLines(scenario.question) : []),
    '',
    ...wrapLines(sizeLine(result)),
    ...tables(result, shown, varying).flatMap((lines) => ['', ...lines]),
    ...more(cases.length, MOST_LINES, 'lines'),
    ...constantLines(constant, cases),
    ...(answer.length > 0 ? ['', ...answer] : []),
    ...more(answers.length, MOST_ANSWERS, 'answers'),
  ];
}

import type { SweepResult } from '../study/sweep/sweep-result.ts';
import { grouped } from './numbers.ts';
import { paddedTable } from './padded-table.ts';
import { type SweepColumn, sweepColumns } from './sweep-columns.ts';
import { caseHead, sweptCases } from './sweep-rows.ts';
import { wrapLines } from './wrap-lines.ts';

const WIDTH = 100;
/** Lines of a table, and answers, beyond which the files say the rest. */
const MOST_LINES = 60;
const MOST_ANSWERS = 20;

/** Columns side by side, as many as fit; a table of its own for those that do not. */
function tables(result: SweepResult): string[][] {
  const cases = sweptCases(result);
  const head = caseHead(result);
  const shown = cases.slice(0, MOST_LINES);
  const tableOf = (columns: readonly SweepColumn[]): string[] =>
    paddedTable([
      [...head.headings, ...columns.flatMap(({ heading, further }) => [heading, ...further])],
      ...shown.map((swept) => [...head.cells(swept), ...columns.flatMap((column) => column.cells(swept))]),
    ]);
  const fits = (columns: readonly SweepColumn[]): boolean =>
    tableOf(columns).every((line) => line.length <= WIDTH);
  const groups: SweepColumn[][] = [];
  for (const column of sweepColumns(result, shown)) {
    const last = groups.at(-1);
    if (last && fits([...last, column])) last.push(column);
    else groups.push([column]);
  }
  return groups.map(tableOf);
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
  const { scenario, answers, cells, truths } = result;
  const answer = answers.slice(0, MOST_ANSWERS).flatMap((sentence) => wrapLines(sentence));
  return [
    scenario.title,
    ...(scenario.question ? wrapLines(scenario.question) : []),
    '',
    ...wrapLines(sizeLine(result)),
    ...tables(result).flatMap((lines) => ['', ...lines]),
    ...more(cells.length * truths.length, MOST_LINES, 'lines'),
    ...(answer.length > 0 ? ['', ...answer] : []),
    ...more(answers.length, MOST_ANSWERS, 'answers'),
  ];
}

import { readFileSync, writeFileSync } from 'node:fs';
import type { Outcome } from './outcome.ts';
import { ROW_HEAD, rowCells, TARGET_HEAD, targetCells } from './tables.ts';

const START = '<!-- bench:start -->';
const END = '<!-- bench:end -->';

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] => [
  line(head),
  line(head.map(() => '---')),
  ...rows.map(line),
];

/** The tables of a bench as Markdown. */
export function markdownOf(outcomes: readonly Outcome[], machine: string): string {
  return [
    `Measured on ${machine}.`,
    '',
    ...table(
      TARGET_HEAD,
      outcomes.flatMap(({ targets }) => targets.map(targetCells)),
    ),
    ...outcomes.flatMap(({ id, title, rows, notes }) => [
      '',
      `**${id}** ${title}`,
      '',
      ...table(ROW_HEAD, rows.map(rowCells)),
      ...(notes.length > 0 ? ['', notes.join(' ')] : []),
    ]),
  ].join('\n');
}

/**
 * Text with what stands between the markers replaced.
 *
 * @throws RangeError if there are no markers
 */
export function withBench(text: string, markdown: string): string {
  const from = text.indexOf(START);
  const to = text.indexOf(END);
  if (from < 0 || to < from) throw new RangeError(`invalid page: no ${START} … ${END} (must hold both)`);
  return `${text.slice(0, from + START.length)}\n\n${markdown}\n\n${text.slice(to)}`;
}

/** Writes a bench into a page of the guide. */
export function writeDocs(path: string, outcomes: readonly Outcome[], machine: string): void {
  writeFileSync(path, withBench(readFileSync(path, 'utf8'), markdownOf(outcomes, machine)));
}

import type { RunResult } from '../engine/result.ts';
import { armLooksTables } from './arm-looks-tables.ts';
import { paddedTable } from './padded-table.ts';
import { sequentialTables, type TextTable, timesTables } from './times-tables.ts';
import { wrapLines } from './wrap-lines.ts';

const linesOf = ({ note, columns, rows }: TextTable): string[] => [
  '',
  ...wrapLines(note),
  ...paddedTable([columns, ...rows]),
];

/** What claims on times bring, for a terminal; nothing without one. */
export function timesLines(result: RunResult): string[] {
  return timesTables(result).flatMap(linesOf);
}

/** The looks of two arms or more, for a terminal; nothing without them. */
export function sequentialLines(result: RunResult): string[] {
  return [...sequentialTables(result), ...armLooksTables(result)].flatMap(linesOf);
}

import type { RunResult } from '../engine/result.ts';
import { paddedTable } from './padded-table.ts';
import { wrapLines } from './wrap-lines.ts';

/** How every answer of a run begins on a terminal: title, question, and the arms as planned. */
export function headText(
  { scenario, arms }: Pick<RunResult, 'scenario' | 'arms'>,
  sizeWords = (n: number): string => `${n} patients`,
): string[] {
  return [
    scenario.title,
    ...(scenario.question ? wrapLines(scenario.question) : []),
    '',
    ...paddedTable(
      arms.map(({ name, n, schedule, eqd2Gy }) => [
        `${name}:`,
        sizeWords(n),
        schedule ?? '',
        eqd2Gy === null ? '' : `EQD2 ${eqd2Gy.toFixed(1)} Gy`,
      ]),
    ),
  ];
}

import { writeYaml } from '../scenario/write-yaml.ts';
import type { Answer, AnswerRow, CalculatorDefinition } from '../trial/calculators/definition.ts';
import { exactPercentWords } from '../trial/exact-percent-words.ts';
import { paddedTable } from './padded-table.ts';
import { wrapLines } from './wrap-lines.ts';

function cell(value: number | undefined, { kind, nominal }: AnswerRow): string {
  if (value === undefined) return '';
  if (kind === 'probability') return exactPercentWords(value, nominal);
  if (kind === 'mean') return value.toFixed(1);
  return kind === 'count' ? String(value) : String(Number(value.toPrecision(6)));
}

/** Nominal beside exact, limits side by side; a column that nothing stands in is left out. */
function answerTable(rows: readonly AnswerRow[]): string[] {
  const columns = (['nominal', 'exact', 'simulated', 'low', 'high'] as const).filter((column) =>
    rows.some((row) => row[column] !== undefined),
  );
  return paddedTable([
    ['', ...columns],
    ...rows.map((row) => [row.label, ...columns.map((column) => cell(row[column], row))]),
  ]);
}

/** Running text on lines of a terminal; a number keeps its sign and its unit. */
const wrapped = (text: string, indent = ''): string[] =>
  wrapLines(text.replace(/ (?=%)|(?<=[≥≤=>]) /g, '\u00a0'), 100, indent).map((line) =>
    line.replaceAll('\u00a0', ' '),
  );

/** A calculator's answer for a terminal: what it is, nominal beside exact, the variant, the sentence, the design block. */
export function designText(
  { summary, reference }: Pick<CalculatorDefinition, 'summary' | 'reference'>,
  { rows, table, variant, sentence, design }: Answer,
): string {
  const block = design && writeYaml({ design }, 'For a scenario:').trimEnd().split('\n');
  return [
    ...wrapped(`${summary} ${reference}`),
    '',
    ...answerTable(rows),
    ...(table ? ['', ...wrapped(table.caption), ...paddedTable([table.columns, ...table.rows])] : []),
    '',
    ...variant.flatMap((line) => wrapped(`- ${line}`, '  ')),
    '',
    ...wrapped(sentence),
    ...(block ? ['', ...block] : []),
  ].join('\n');
}

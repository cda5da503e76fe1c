import type { RunResult, TruthResult } from '../engine/result.ts';
import { exactly, meanExactly, meanWithError, withError } from './numbers.ts';
import { paddedTable } from './padded-table.ts';
import { verdictsOf } from './stopping-words.ts';
import { sequentialLines } from './times-text.ts';
import { truthTables } from './truth-tables.ts';

/** Early stops, patients and months by truth. */
function stopsTable({ truths }: RunResult): string[] {
  const hasMonths = truths[0].operatingCharacteristics.expectedMonths !== undefined;
  return paddedTable([
    ['Truth', 'stopped early', 'exact', 'patients', 'exact', ...(hasMonths ? ['months', 'exact'] : [])],
    ...truths.map(({ name, operatingCharacteristics: { stopping, expectedSampleSize, expectedMonths } }) => [
      name,
      withError(stopping!.probability),
      exactly(stopping!.probability),
      meanWithError(expectedSampleSize),
      meanExactly(expectedSampleSize),
      ...(expectedMonths ? [meanWithError(expectedMonths), meanExactly(expectedMonths)] : []),
    ]),
  ]);
}

/** How trials go, for a terminal: stops, patients enrolled and months until the decision, as means; nothing without looks and accrual. */
export function courseLines(result: RunResult): string[] {
  const { stopping, expectedMonths } = result.truths[0].operatingCharacteristics;
  if (!stopping) {
    if (!expectedMonths) return [];
    const exact = expectedMonths.exact === undefined ? '' : ` (exact ${meanExactly(expectedMonths)})`;
    return ['', `Decision ${meanWithError(expectedMonths)} months after opening, on average${exact}.`];
  }
  const verdicts = verdictsOf(result.truths);
  const columns = verdicts.map((verdict) => ({
    heading: `stopped for ${verdict}`,
    of: ({ operatingCharacteristics }: TruthResult) => operatingCharacteristics.stopping!.byVerdict[verdict],
  }));
  const heading = `Looks: patients enrolled${expectedMonths ? ', and months from opening,' : ''} by the decision, on average`;
  return [
    '',
    heading,
    ...stopsTable(result),
    ...(verdicts.length > 1 ? ['', ...truthTables(result.truths, columns)] : []),
    ...sequentialLines(result),
  ];
}

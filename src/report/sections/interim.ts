import type { RunResult, TruthResult } from '../../engine/result.ts';
import { liveDesign } from '../live-design.ts';
import { type Markup, markup } from '../markup.ts';
import { verdictsOf } from '../stopping-words.ts';
import { stopsByPatients } from '../stops-by-patients.ts';
import { type Column, table } from '../table.ts';
import { estimateCells, estimateColumns, meanCells } from './estimate-cells.ts';
import { sequentialMarkup } from './times.ts';

type Cell = string | number | Markup;

/** What is told of trials under one truth, row by row. */
function courseRows({ name, operatingCharacteristics }: TruthResult, truths: RunResult['truths']): Cell[][] {
  const { stopping, expectedSampleSize, expectedMonths } = operatingCharacteristics;
  const occurring = verdictsOf(truths);
  const verdicts = occurring.length > 1 ? occurring : [];
  return [
    ...(stopping ? [[name, 'stopped early', ...estimateCells(stopping.probability)]] : []),
    ...(stopping
      ? verdicts.map((verdict) => [name, `… for ${verdict}`, ...estimateCells(stopping.byVerdict[verdict])])
      : []),
    ...(stopping ? [[name, 'patients enrolled, mean', ...meanCells(expectedSampleSize)]] : []),
    ...(expectedMonths ? [[name, 'months to the decision, mean', ...meanCells(expectedMonths)]] : []),
  ];
}

function courseTable({ truths }: RunResult): Markup {
  return table(
    'Course of the trial',
    [{ heading: 'Truth' }, { heading: 'What' }, ...estimateColumns],
    truths.flatMap((truth) => courseRows(truth, truths)),
  );
}

function looksTable(result: RunResult): Markup | undefined {
  const { rules } = liveDesign(result);
  if (rules.length === 0) return undefined;
  const rows = result.truths.flatMap(({ name, operatingCharacteristics: { stopping } }) =>
    stopsByPatients(stopping!.looks, result.replicates).map(({ patients, stop, cumulative }): Cell[] => [
      name,
      patients,
      ...estimateCells(stop).slice(0, 2),
      ...estimateCells(cumulative),
    ]),
  );
  const groups = markup`<tr><td colspan="2"></td><th scope="colgroup" colspan="2">Stopped at the look</th><th scope="colgroup" colspan="3">Stopped by then</th></tr>`;
  const columns: Column[] = [
    { heading: 'Truth' },
    { heading: 'Patients', isNumber: true },
    ...estimateColumns.slice(0, 2),
    ...estimateColumns,
  ];
  return markup`<p class="note">Patients of a look: evaluable ones with a known outcome.</p>
${table('Looks', columns, rows, { groups })}`;
}

/** How trials go, where interim looks or accrual say so: stops, patients and months, and each look. */
export function interimTables(result: RunResult): Markup | undefined {
  const { stopping, expectedMonths } = result.truths[0].operatingCharacteristics;
  if (!stopping && !expectedMonths) return undefined;
  return markup`<h3>${stopping ? 'Interim looks' : 'Duration'}</h3>
<p class="note">${stopping ? 'Patients enrolled by the decision, evaluable or not. ' : undefined}${expectedMonths ? 'Months from the opening of the trial.' : undefined}</p>
${courseTable(result)}
${looksTable(result)}${sequentialMarkup(result)}`;
}

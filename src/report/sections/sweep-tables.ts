import type { SweepResult } from '../../study/sweep/sweep-result.ts';
import { type Markup, markup } from '../markup.ts';
import { grouped } from '../numbers.ts';
import { sweepColumns } from '../sweep-columns.ts';
import { caseHead, sweptCases } from '../sweep-rows.ts';
import { table } from '../table.ts';

/** Lines of the page's table; sweep.csv has them all. */
const MOST_LINES = 300;

/** Every cell with its main quantities. */
export function sweepTablesSection(result: SweepResult): Markup {
  const cases = sweptCases(result);
  const shown = cases.slice(0, MOST_LINES);
  const head = caseHead(result);
  const columns = sweepColumns(result, shown);
  const headings = [
    ...head.headings.map((heading) => ({ heading })),
    ...columns.flatMap(({ heading, further }) =>
      [heading, ...further].map((text) => ({ heading: text, isNumber: true })),
    ),
  ];
  const rows = shown.map((swept) => [
    ...head.cells(swept),
    ...columns.flatMap((column) => column.cells(swept)),
  ]);
  const left = cases.length - shown.length;
  const more = left > 0 ? ` ${grouped(left)} more lines are in sweep.csv.` : '';
  return markup`<section aria-labelledby="cells"><h2 id="cells">The cells</h2>
<p class="note">Simulated values ± Monte Carlo standard error. Differences are against the first cell, in percentage points; their errors are taken replicate by replicate.${more}</p>
${table('Cells', headings, rows)}
</section>`;
}

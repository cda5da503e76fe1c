import type { AimResult } from '../../engine/aim-result.ts';
import {
  boundingTable,
  costTable,
  errorsTable,
  estimatesTable,
  setsTable,
  signsTable,
} from '../aim-tables.ts';
import { captionedMarkup } from '../captioned-table.ts';
import { type Markup, markup } from '../markup.ts';
import { grouped } from '../numbers.ts';

/** Every number of the run, simulated, with what is exact or expected beside it. */
export function aimResultsSection(result: AimResult): Markup {
  const tables = [
    ...result.truths.map((truth) => costTable(result, truth)),
    boundingTable(result),
    estimatesTable(result),
    errorsTable(result),
    setsTable(result),
    signsTable(result),
  ];
  return markup`<section aria-labelledby="results"><h2 id="results">Results</h2>
<p>${grouped(result.replicates)} replicates under each truth; numbers after ± are Monte Carlo standard errors. Rates and expected failures have exact values where the population has quadrature; what is expected of estimates, sets and signs is a normal approximation from the expected failures. Shares of estimates, sets and signs are of the replicates that have an estimate; the share that bounds α/β is of all replicates. The limit is what the estimate tends to with ever more patients: where it is not the true α/β, the analysis takes the dose–response for another than it is. The mean of all estimates has no limit, as the estimate is a ratio: the median and the mean of those that bound α/β stand in its place. A set without two ends that holds the true value counts as holding it.</p>
${tables.map(captionedMarkup)}</section>`;
}

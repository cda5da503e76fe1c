import type { EscalationResult } from '../../engine/escalation-result.ts';
import { captionedMarkup } from '../captioned-table.ts';
import { truthEscalationTables } from '../escalation-tables.ts';
import { type Markup, markup } from '../markup.ts';
import { grouped } from '../numbers.ts';

/** Every number of the run, simulated or exact. */
export function escalationResultsSection(result: EscalationResult): Markup {
  const tables = result.truths.flatMap((truth) => truthEscalationTables(result, truth));
  return markup`<section aria-labelledby="results"><h2 id="results">Results</h2>
<p>Numbers without ± are exact: rates by quadrature, what a plan does by enumerating every course of its trial, where its method waits for windows and no safety rule looks at time. The others are from ${grouped(result.replicates)} replicates under each truth, ± their Monte Carlo standard error. All plans treat the same patients. The right level is the highest up to which all are acceptable, or none where none is. Toxicities seen are those within the window.</p>
${tables.map(captionedMarkup)}</section>`;
}

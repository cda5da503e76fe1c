import type { RunResult } from '../../engine/result.ts';
import { ADOPTION_QUESTION, adoptionNote, adoptionRows, adoptionSources } from '../adoption-text.ts';
import { type Markup, markup } from '../markup.ts';
import { table } from '../table.ts';
import { unbroken } from '../unbroken.ts';
import { estimateCells, estimateColumns } from './estimate-cells.ts';

/** Whether observed rates would change practice; undefined where the design does not ask. */
export function adoptionSection(result: RunResult): Markup | undefined {
  const { adoption } = result.truths[0].operatingCharacteristics;
  if (!adoption) return undefined;
  const rows = adoptionRows(result).map(({ truth, what, estimate }) => [
    truth,
    what,
    ...estimateCells(estimate),
  ]);
  const sources = adoptionSources(adoption).map((line) => markup`<li>${unbroken(line)}</li>`);
  const list = sources.length === 0 ? undefined : markup`<ul>${sources}</ul>`;
  return markup`<section aria-labelledby="adoption"><h2 id="adoption">${ADOPTION_QUESTION}</h2>
<p>${unbroken(adoptionNote(result))}</p>
${table('Adoption', [{ heading: 'Truth' }, { heading: 'Observed rate' }, ...estimateColumns], rows)}
${list}
</section>`;
}

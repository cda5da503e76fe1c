import type { EstimateResult } from '../../engine/estimate-result.ts';
import { type Markup, markup } from '../markup.ts';
import { unbroken } from '../unbroken.ts';

/** What the estimate takes for granted. */
export function estimateAssumptionsSection({ assumptions }: EstimateResult): Markup {
  return markup`<section aria-labelledby="assumptions"><h2 id="assumptions">What it rests on</h2>
<ul>${assumptions.map((assumption) => markup`<li>${unbroken(assumption)}</li>`)}</ul>
</section>`;
}

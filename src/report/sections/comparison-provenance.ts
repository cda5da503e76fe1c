import { generatorWords } from '../generator-words.ts';
import { type Markup, markup } from '../markup.ts';
import type { NamedResult } from '../named-result.ts';
import { table } from '../table.ts';

/** What repeats each of the results to the byte. */
export function comparisonProvenanceSection(results: readonly NamedResult[]): Markup {
  const rows = results.map(({ name, result }) => [
    name,
    result.scenario.title,
    `isoeffect ${result.isoeffect}`,
    markup`<code>${result.seed}</code>`,
    markup`<code>${result.scenario.sha256}</code>`,
  ]);
  const columns = ['Result', 'Scenario', 'Version', 'Seed', 'Scenario SHA-256'].map((heading) => ({
    heading,
  }));
  return markup`<section aria-labelledby="provenance"><h2 id="provenance">Provenance</h2>
${table('Provenance', columns, rows, { kind: 'stacked' })}
<p class="note">${generatorWords} Each result has a report of its own with its assumptions and methods.</p>
</section>`;
}

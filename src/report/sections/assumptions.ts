import type { Assumption, RunResult } from '../../engine/result.ts';
import { type Markup, markup } from '../markup.ts';
import { pathMarkup } from '../path-markup.ts';
import { showValue } from '../show-value.ts';
import { table } from '../table.ts';
import { unbroken } from '../unbroken.ts';

const BASES: readonly [Assumption['basis'], string][] = [
  ['found', 'found in a published source'],
  ['fitted', 'fitted to data'],
  ['assumed', 'assumed'],
];

/** How many inputs and premises rest on what, then a table of some of them. */
export function basisSection(
  assumptions: readonly Assumption[],
  shown: readonly Assumption[],
  elsewhere?: Markup,
): Markup {
  const counts = BASES.map(
    ([basis, words]) => `${assumptions.filter((a) => a.basis === basis).length} ${words}`,
  );
  const rows = BASES.flatMap(([basis]) =>
    shown
      .filter((assumption) => assumption.basis === basis)
      .map(({ about, value, note }) => [
        pathMarkup(about),
        markup`<span class="basis ${basis}">${basis}</span>`,
        value === undefined ? '' : markup`<code>${showValue(value)}</code>`,
        unbroken(note),
      ]),
  );
  return markup`<section aria-labelledby="assumptions"><h2 id="assumptions">What it rests on</h2>
<p>Of ${assumptions.length} inputs and premises: ${counts.join(', ')}.${elsewhere}</p>
${table('Assumptions', [{ heading: 'Input or premise' }, { heading: 'Basis' }, { heading: 'Value' }, { heading: 'Note' }], rows, { kind: 'stacked' })}
</section>`;
}

/** Every input and premise, with what it rests on. */
export function assumptionsSection({ assumptions }: Pick<RunResult, 'assumptions'>): Markup {
  return basisSection(assumptions, assumptions);
}

import type { SizeResult } from '../../study/size/size-result.ts';
import { capitalised } from '../endpoint-words.ts';
import { foundWords } from '../found-words.ts';
import { type Markup, markup } from '../markup.ts';
import { exactly, grouped, known, percent, withError } from '../numbers.ts';
import { table } from '../table.ts';
import { targetWords } from '../target-words.ts';
import { unbroken } from '../unbroken.ts';

function assuranceTable({ assurance, solved }: SizeResult): Markup {
  const hasExact = assurance.some(({ successAndTrue }) => successAndTrue.exact !== undefined);
  const exact = { heading: 'Exact', isNumber: true };
  const columns = [
    { heading: capitalised(solved.unit) },
    { heading: 'Success with the claim true', isNumber: true },
    ...(hasExact ? [exact] : []),
    { heading: 'Success with it false', isNumber: true },
    ...(hasExact ? [exact] : []),
    { heading: 'Assurance', isNumber: true },
    ...(hasExact ? [exact] : []),
  ];
  const rows = assurance.map((row) => [
    `${grouped(row.size)}${row.size === solved.stated ? ' (stated)' : ''}`,
    ...[row.successAndTrue, row.successAndFalse, row.assurance].flatMap((value) =>
      [withError(value), ...(hasExact ? [exactly(value)] : [])].map(unbroken),
    ),
  ]);
  return table('Assurance by size', columns, rows);
}

/** Success over the worlds, by size. */
export function sizeAssuranceSection(result: SizeResult): Markup | undefined {
  const { assurance, ceiling, overWorlds, foundOverWorlds, worlds, solved } = result;
  if (!ceiling || !foundOverWorlds || assurance.length === 0) return undefined;
  const target = `for ${Number(percent(overWorlds.value))} % ${targetWords[overWorlds.name]}`;
  const found = `${target}, ${foundWords(foundOverWorlds, solved.unit)}.`;
  return markup`<section aria-labelledby="assurance"><h2 id="assurance">Over what is not known</h2>
<p>${unbroken(`The claim is true in ${known(ceiling)} of worlds, the ceiling; ${found}`)}</p>
${assuranceTable(result)}
<p class="note">${unbroken(`Estimates are means over ${grouped(worlds)} worlds with Monte Carlo standard errors. Assurance is success in all: with the claim true, which the ceiling bounds, and with it false.`)}</p>
</section>`;
}

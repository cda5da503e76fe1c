import type { WithBurden } from '../../engine/burden/burden-result.ts';
import { type BurdenTable, burdenTables } from '../burden-tables.ts';
import { burdenNote, verdictWords } from '../burden-words.ts';
import { capitalised } from '../endpoint-words.ts';
import { type Markup, markup } from '../markup.ts';
import { table } from '../table.ts';

/** Columns of words, by heading; all others hold numbers. */
const WORDS = new Set(['measure', 'arm', 'Truth', 'verdict']);

function tableMarkup({ caption, headings, rows }: BurdenTable): Markup {
  const columns = headings.map((heading) => ({ heading, isNumber: !WORDS.has(heading) }));
  return markup`<h3>${caption}</h3>
${table(caption, columns, rows)}`;
}

/** What the arms ask of patients, machines and payers; undefined where the scenario states no burden. */
export function burdenSection({ burden }: WithBurden): Markup | undefined {
  if (!burden) return undefined;
  const [{ arms, comparisons }] = burden.truths;
  const verdicts = comparisons.map(
    (c) => markup`<p>${capitalised(verdictWords(burden, arms[0].name, c))}.</p>
`,
  );
  return markup`<section aria-labelledby="burden"><h2 id="burden">What it asks of patients, machines and payers</h2>
${verdicts}${burdenTables(burden).map(tableMarkup)}
<p class="note">${burdenNote(burden)}</p>
</section>`;
}

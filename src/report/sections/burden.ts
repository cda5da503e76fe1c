import type { WithBurden } from '../../engine/burden/burden-result.ts';
import {
  type BurdenTable,
  burdenByArm,
  burdenByTruth,
  burdenByWillingness,
  burdenOverWorlds,
} from '../burden-tables.ts';
import { burdenNote, verdictWords } from '../burden-words.ts';
import { capitalised } from '../endpoint-words.ts';
import { type Markup, markup } from '../markup.ts';
import { table } from '../table.ts';

/** Columns of words, by heading; all others hold numbers. */
const WORDS = new Set(['', 'Arm', 'arm', 'Truth', 'verdict']);

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
  const tables = [burdenByArm, burdenByTruth, burdenOverWorlds, burdenByWillingness].flatMap(
    (of) => of(burden) ?? [],
  );
  return markup`<section aria-labelledby="burden"><h2 id="burden">What it asks of patients, machines and payers</h2>
${verdicts}${tables.map(tableMarkup)}
<p class="note">${burdenNote(burden)}</p>
</section>`;
}

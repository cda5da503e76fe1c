import type { WithBurden } from '../engine/burden/burden-result.ts';
import { burdenTables } from './burden-tables.ts';
import { burdenNote, verdictWords } from './burden-words.ts';
import { capitalised } from './endpoint-words.ts';
import { paddedTable } from './padded-table.ts';
import { wrapLines } from './wrap-lines.ts';

/** What the arms ask of patients, machines and payers, for a terminal; nothing where the scenario states no burden. */
export function burdenLines({ burden }: WithBurden): string[] {
  if (!burden) return [];
  const [{ arms, comparisons }] = burden.truths;
  const verdicts = comparisons.map((c) => `${capitalised(verdictWords(burden, arms[0].name, c))}.`);
  return [
    ...burdenTables(burden).flatMap(({ caption, headings, rows }) => [
      '',
      ...wrapLines(`${caption}:`),
      ...paddedTable([headings, ...rows]),
    ]),
    '',
    ...verdicts.flatMap((line) => wrapLines(line)),
    ...wrapLines(burdenNote(burden)),
  ];
}

import type { CheckedResult, Checklist, ChecklistItem } from '../checklists/definition.ts';
import { checklists } from '../checklists/index.ts';
import { type Markup, type MarkupValue, markup } from '../markup.ts';
import { table } from '../table.ts';
import { unbroken } from '../unbroken.ts';

/** What becomes of an item: what was found, why it does not apply, or where it would be said. */
export type ItemAnswer =
  | { readonly status: 'filled' | 'exempt'; readonly text: string }
  | { readonly status: 'missing'; readonly hint?: string };

/** Holds a result against one item of a checklist. */
export function answerItem({ find, exempt, hint }: ChecklistItem, result: CheckedResult): ItemAnswer {
  const reason = exempt?.(result);
  if (reason !== undefined) return { status: 'exempt', text: reason };
  const text = find(result);
  if (text !== undefined) return { status: 'filled', text };
  if (hint === undefined) return { status: 'missing' };
  return { status: 'missing', hint: typeof hint === 'string' ? hint : hint(result) };
}

const WORDS: Readonly<Record<ItemAnswer['status'], string>> = {
  filled: 'filled',
  missing: 'missing',
  exempt: 'does not apply',
};
const COLUMNS = ['Item', 'Status', 'Where or what'].map((heading) => ({ heading }));

function whatMarkup(answer: ItemAnswer): MarkupValue {
  if (answer.status !== 'missing') return unbroken(answer.text);
  return answer.hint === undefined
    ? 'nothing in this result says it'
    : markup`to be stated in the scenario: <code>${answer.hint}</code>`;
}

function listMarkup(list: Checklist, result: CheckedResult): Markup {
  const { title, reference, items } = list;
  const opening = markup`<h3>${title}</h3>
<p class="note">${reference}</p>
`;
  const reason = list.exempt?.(result);
  if (reason !== undefined) return markup`${opening}<p>Does not apply: ${reason}.</p>\n`;
  const answers = items.map((item) => ({ item, answer: answerItem(item, result) }));
  const count = (status: ItemAnswer['status']) =>
    answers.filter(({ answer }) => answer.status === status).length;
  const exempt = count('exempt');
  const besides = exempt === 0 ? '' : `; ${exempt} ${exempt === 1 ? 'does' : 'do'} not apply`;
  const rows = answers.map(({ item, answer }) => [
    unbroken(item.item),
    markup`<span class="answered ${answer.status}">${WORDS[answer.status]}</span>`,
    whatMarkup(answer),
  ]);
  return markup`${opening}<p>${count('filled')} of ${items.length - exempt} items are filled${besides}.</p>
${table(title, COLUMNS, rows, { kind: 'stacked' })}
`;
}

/** What reviewers look for: every item with what this result says of it, or where it would be said. */
export function checklistsSection(result: CheckedResult): Markup {
  return markup`<section class="checklists" aria-labelledby="checklists"><h2 id="checklists">Checklists</h2>
<p>An item is filled only if this result, or its scenario, says it; quoted words are the scenario’s own, and whether they suffice is for the reader to judge.</p>
${Object.values(checklists).map((list) => listMarkup(list, result))}</section>`;
}

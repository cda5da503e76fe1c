import type { RunResult } from '../../engine/result.ts';
import { equationMarkup, symbolMarkup } from '../equations/equation-markup.ts';
import { equationsOf } from '../equations/equations-of.ts';
import type { FilledBlock, ParameterRow } from '../equations/parameter-rows.ts';
import { type Markup, type MarkupValue, markup } from '../markup.ts';
import { pathMarkup } from '../path-markup.ts';
import { table } from '../table.ts';
import { unbroken } from '../unbroken.ts';

const COLUMNS = ['Symbol', 'Value', 'Meaning', 'Basis', 'Source'].map((heading) => ({ heading }));

function rowMarkup(row: ParameterRow, before: ParameterRow | undefined): MarkupValue[] {
  const { symbol, meaning, path, value, unit, basis, note } = row;
  const isSame = before?.note === note && before.basis === basis;
  const shown = unit === '' ? String(value) : `${value}\u00a0${unit}`;
  return [
    symbol === undefined
      ? markup`<code>${path.slice(path.lastIndexOf('.') + 1)}</code>`
      : symbolMarkup(symbol),
    shown.replace(/^-/, '−'),
    markup`${unbroken(meaning)}${meaning === '' ? '' : markup`<br>`}${pathMarkup(path)}`,
    markup`<span class="basis ${basis}">${basis}</span>`,
    isSame ? 'as above' : unbroken(note),
  ];
}

/** Text, equations and values of one block; equations that an earlier block has are not set again. */
function blockMarkup({ block, rows }: FilledBlock, earlier: string | undefined): Markup {
  const { title, introduction = '', text = '', reference, equations } = block;
  const words = `${introduction} ${text}`.trim();
  const said =
    words &&
    markup`<p>${unbroken(words)}${reference ? markup` <span class="reference">${reference}</span>` : ''}</p>\n`;
  const set =
    earlier === undefined
      ? markup`${said}${equations.map(equationMarkup)}`
      : markup`<p class="note">Equations as for “${earlier}”.</p>\n`;
  const values =
    rows.length === 0
      ? ''
      : table(
          `Values: ${title}`,
          COLUMNS,
          rows.map((row, i) => rowMarkup(row, rows[i - 1])),
          { kind: 'stacked' },
        );
  return markup`<h4>${title}</h4>
${set}${values}
`;
}

/** Every block that states a value, or an equation for the first time; with the block that has its equations already. */
function shownBlocks(
  blocks: readonly FilledBlock[],
): { readonly filled: FilledBlock; readonly earlier?: string }[] {
  const titles = new Map<string, string>();
  return blocks.flatMap((filled) => {
    const { equations, text = '', title } = filled.block;
    const key = equations.length === 0 ? '' : JSON.stringify([text, equations]);
    const earlier = titles.get(key);
    if (filled.rows.length === 0 && (key === '' || earlier !== undefined)) return [];
    if (key !== '' && earlier === undefined) titles.set(key, title);
    return [{ filled, ...(earlier !== undefined && { earlier }) }];
  });
}

/** Models and design as equations, with every value of the scenario, its basis and its source. */
export function equationsSection(result: Pick<RunResult, 'scenario' | 'arms' | 'assumptions'>): Markup {
  const shown = shownBlocks(equationsOf(result));
  const parts = [...new Set(shown.map(({ filled }) => filled.block.part))];
  return markup`<section class="equations" aria-labelledby="equations"><h2 id="equations">Models in equations</h2>
<p>What is simulated and tested, with every value that the scenario states, where it stands in the scenario, and what it rests on. A value that is solved from an anchor stands under the path that could state it instead.</p>
${parts.map(
  (part) => markup`<h3>${part}</h3>
${shown
  .filter(({ filled }) => filled.block.part === part)
  .map(({ filled, earlier }) => blockMarkup(filled, earlier))}`,
)}</section>`;
}

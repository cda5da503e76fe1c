import type { Estimate } from '../../numeric/monte-carlo.ts';
import type { Found, SizeResult, WayOut } from '../../study/size/size-result.ts';
import { scheduleWords } from '../calibration-words.ts';
import { capitalised } from '../endpoint-words.ts';
import { foundCell } from '../found-words.ts';
import { type Markup, markup } from '../markup.ts';
import { grouped, known, percent } from '../numbers.ts';
import { pathMarkup } from '../path-markup.ts';
import { table } from '../table.ts';
import { targetWords } from '../target-words.ts';
import { unbroken } from '../unbroken.ts';

type Row = readonly [what: string, asStated: string | undefined, changed: string | undefined];

const say = (value: Estimate | undefined): string | undefined => value && known(value);
const size = (found: Found | undefined): string | undefined => found && foundCell(found);

function rowsOf(result: SizeResult, way: WayOut): Row[] {
  const { truths, power, solved, ceiling, assurance, overWorlds, foundOverWorlds } = result;
  const stated = assurance.find((row) => row.size === solved.stated);
  const { name, value } = overWorlds;
  const target = `${Number(percent(value))} % ${targetWords[name]} over the worlds`;
  return [
    [`Power of the stated ${grouped(solved.stated)}`, say(truths[0].power), say(way.power)],
    [
      `${capitalised(solved.unit)} for ${Number(percent(power))} % power`,
      size(truths[0].found),
      size(way.found),
    ],
    ['Ceiling', say(ceiling), say(way.ceiling)],
    [
      `Over the worlds, ${targetWords[name]} of the stated ${grouped(solved.stated)}`,
      say(stated?.[name]),
      say(way.overWorlds?.[name]),
    ],
    [`${capitalised(solved.unit)} for ${target}`, size(foundOverWorlds), size(way.foundOverWorlds)],
  ];
}

function wayMarkup(result: SizeResult, way: WayOut): Markup {
  const rows = rowsOf(result, way).filter(([, a, b]) => a !== undefined && b !== undefined);
  const value = scheduleWords(way.value);
  return markup`<p>${unbroken(`As planned, ${value}`)} as ${pathMarkup(way.path)} has the rate of the control (${unbroken(`${way.doseGy.toFixed(3)} Gy`)} a fraction before rounding). That is a computed value, not a schedule that anyone recommends.</p>
${table(
  `What ${value} is worth`,
  [{ heading: '' }, { heading: 'As stated', isNumber: true }, { heading: `With ${value}`, isNumber: true }],
  rows.map((row) => row.map((cell) => unbroken(cell!))),
)}`;
}

/** What an equal dose would be worth. */
export function sizeWayOutSection(result: SizeResult): Markup | undefined {
  if (result.waysOut.length === 0) return undefined;
  return markup`<section aria-labelledby="way-out"><h2 id="way-out">What an equal dose would be worth</h2>
${result.waysOut.map((way) => wayMarkup(result, way))}
</section>`;
}

import type { SizeResult } from '../../study/size/size-result.ts';
import { type Markup, markup } from '../markup.ts';
import { percent } from '../numbers.ts';
import { pathMarkup } from '../path-markup.ts';
import { table } from '../table.ts';
import { unbroken } from '../unbroken.ts';

/** A threshold to four digits. */
const short = (value: number): string => String(Number(value.toPrecision(4)));

/** Which threshold holds the type I error of the stated design, and what it costs. */
export function sizeHeldSection({ held, solved }: SizeResult): Markup | undefined {
  if (!held) return undefined;
  if ('reason' in held)
    return markup`<section aria-labelledby="held"><h2 id="held">Type I error of the stated design</h2>
<p>${unbroken(`No threshold holds the type I error: ${held.reason}.`)}</p>
</section>`;
  const { path, value, stated, atPlanned, worst, worstAt, powerStated, powerHeld, target, isExact } = held;
  const ofErrors = (error: number): string => unbroken(`${percent(error, 2)} %`);
  const kept = unbroken(`at most ${Number(percent(target, 3))} %`);
  const rows = [
    ['Threshold', short(stated), short(value)],
    ['Type I error as planned', ofErrors(atPlanned), kept],
    ...(worstAt === null ? [] : [[`At worst (at ${short(worstAt)})`, ofErrors(worst), kept]]),
    ['Power as planned', unbroken(`${percent(powerStated)} %`), unbroken(`${percent(powerHeld)} %`)],
  ];
  const basis = isExact ? 'By enumeration.' : 'By simulation.';
  return markup`<section aria-labelledby="held"><h2 id="held">Type I error of the stated design</h2>
<p>${unbroken(`With ${solved.stated} ${solved.unit}, success where the claim is just not true, and the threshold`)} ${pathMarkup(path)} that keeps it to what is asked.</p>
${table(
  'Type I error of the stated design',
  [
    { heading: '' },
    { heading: 'As stated', isNumber: true },
    { heading: 'With the one that holds', isNumber: true },
  ],
  rows,
)}
<p class="note">${basis}</p>
</section>`;
}

import type { SizeResult } from '../../study/size/size-result.ts';
import { type Markup, markup } from '../markup.ts';
import { grouped, known, knownMean } from '../numbers.ts';
import { table } from '../table.ts';
import { unbroken } from '../unbroken.ts';

/** What patients of the stated design are exposed to, over the worlds. */
export function sizeExposedSection({ exposed, solved, worlds }: SizeResult): Markup | undefined {
  if (!exposed) return undefined;
  const rows = [
    ['The experimental arm is truly worse', known(exposed.worse)],
    ['It is truly beyond what a claim allows', known(exposed.beyondMargin)],
    ['Patients expected to be given what is beyond it', knownMean(exposed.patientsBeyondMargin)],
    ['Failures expected more than without it', knownMean(exposed.excessEvents)],
  ];
  return markup`<section aria-labelledby="exposed"><h2 id="exposed">What patients are exposed to</h2>
<p>${unbroken(`With ${grouped(solved.stated)} ${solved.unit}, over ${grouped(worlds)} worlds.`)}</p>
${table(
  'What patients are exposed to',
  [{ heading: '' }, { heading: 'Probability or number', isNumber: true }],
  rows.map((row) => row.map(unbroken)),
)}
</section>`;
}

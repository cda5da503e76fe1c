import type { Analysis } from '../../study/size/analysis.ts';
import type { SizedAnalyses, SizeResult } from '../../study/size/size-result.ts';
import { followUpSentence } from '../follow-up-sentence.ts';
import { type Markup, markup } from '../markup.ts';
import { grouped, percent } from '../numbers.ts';
import { type Column, table } from '../table.ts';
import { unbroken } from '../unbroken.ts';

const DASH = '–';

function rowOf({ label, formula, exact }: Analysis, hasEvents: boolean): string[] {
  return [
    label,
    formula ? `${grouped(formula.patients)} (${formula.label})` : DASH,
    ...(hasEvents ? [formula?.events === undefined ? DASH : formula.events.toFixed(1)] : []),
    exact ? grouped(exact.smallest) : DASH,
    exact?.lasting === undefined ? DASH : grouped(exact.lasting),
    exact ? percent(exact.power) : DASH,
    exact ? percent(exact.typeIError, 2) : DASH,
    exact ? percent(exact.worstTypeIError, 2) : DASH,
  ];
}

function planMarkup(sized: SizedAnalyses): Markup {
  const { claim, plan, followUp, analyses } = sized;
  const hasEvents = analyses.some(({ formula }) => formula?.events !== undefined);
  const columns: Column[] = [
    { heading: 'Analysis' },
    { heading: 'By formula' },
    ...(hasEvents ? [{ heading: 'Failures', isNumber: true }] : []),
    { heading: 'First exact size', isNumber: true },
    { heading: 'Exact from here on', isNumber: true },
    { heading: 'Power, %', isNumber: true },
    { heading: 'Type I error, %', isNumber: true },
    { heading: 'At worst, %', isNumber: true },
  ];
  const notes = analyses.filter(({ note }) => note !== undefined);
  return markup`<h3>${unbroken(`Planned with ${plan}: ${claim}`)}</h3>
${followUp && hasEvents ? markup`<p>${unbroken(followUpSentence(followUp))}</p>\n` : undefined}${table(
  `Analyses planned with ${plan}`,
  columns,
  analyses.map((analysis) => rowOf(analysis, hasEvents).map(unbroken)),
)}
${notes.length === 0 ? undefined : markup`<ul class="note">${notes.map(({ label, note }) => markup`<li>${label}: ${unbroken(note!)}.</li>`)}</ul>`}`;
}

/** What each analysis that could be used asks for. */
export function sizeAnalysesSection({ analyses, power }: SizeResult): Markup | undefined {
  if (analyses.length === 0) return undefined;
  return markup`<section aria-labelledby="analyses"><h2 id="analyses">What each analysis asks for</h2>
<p>${unbroken(`Patients in all for ${Number(percent(power))} % power. Power and type I error are exact, with the formula’s patients; the type I error is that at the planned control rate, at worst that of the worst control rate. A stated level that is not kept is a price of the smaller number.`)}</p>
${analyses.map(planMarkup)}
</section>`;
}

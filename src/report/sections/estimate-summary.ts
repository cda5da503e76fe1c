import type { EstimateResult } from '../../engine/estimate-result.ts';
import { capitalised } from '../endpoint-words.ts';
import { effectWords, eventWords, fittedWords, levelWords, measureWords, plain } from '../estimate-words.ts';
import { type Markup, markup } from '../markup.ts';
import { type Column, table } from '../table.ts';
import { unbroken } from '../unbroken.ts';
import { opening } from './opening.ts';

function armsTable(result: EstimateResult): Markup {
  const { arms, level, alphaBetaGy } = result;
  const hasDose = arms[0].eqd2Gy !== null;
  const columns: Column[] = [
    { heading: 'Schedule' },
    { heading: 'Total dose (Gy)', isNumber: true },
    { heading: `${capitalised(measureWords(result))} (${levelWords(level)})`, isNumber: true },
    { heading: 'Fitted', isNumber: true },
    ...(hasDose
      ? [
          { heading: 'EQD2 (Gy)', isNumber: true },
          { heading: 'BED (Gy)', isNumber: true },
        ]
      : []),
  ];
  const rows = arms.map((arm) => [
    arm.schedule,
    Number(arm.totalDoseGy.toPrecision(6)),
    effectWords(result, arm),
    fittedWords(result, arm),
    ...(hasDose ? [plain(arm.eqd2Gy, 1), plain(arm.bedGy, 1)] : []),
  ]);
  const note = hasDose
    ? markup`<p class="note">EQD2 and BED at the estimated α/β, ${unbroken(`${plain(alphaBetaGy.estimate)} Gy`)}.</p>`
    : undefined;
  return markup`${table('Arms', columns, rows)}${note}`;
}

/** The page for the minute reader: title, verdict, arms, warnings. */
export function estimateSummarySection(result: EstimateResult): Markup {
  return markup`${opening({
    kind: 'α/β from the published effects of a trial',
    title: result.title,
    question: null,
    answer: result.verdict.sentences,
    care: 'An estimate holds for the event, the trial and the model it comes from.',
    warnings: result.warnings,
  })}
<section aria-labelledby="arms"><h2 id="arms">Published effects</h2>
<p>${unbroken(`${result.source}. Event: ${eventWords(result)}.`)}</p>
${armsTable(result)}
</section>`;
}

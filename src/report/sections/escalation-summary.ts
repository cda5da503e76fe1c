import type { EscalationResult } from '../../engine/escalation-result.ts';
import { capitalised } from '../endpoint-words.ts';
import { escalationAnswer } from '../escalation-answer.ts';
import { laddersAim, paceWords, planWords } from '../escalation-words.ts';
import { type Markup, markup } from '../markup.ts';
import { table } from '../table.ts';
import { unbroken } from '../unbroken.ts';
import { opening } from './opening.ts';

const doseOf = (value: number | null): string => (value === null ? '–' : value.toFixed(1));

/** The page for the minute reader: title, question, answer, warnings, levels and plans. */
export function escalationSummarySection(result: EscalationResult): Markup {
  const { scenario, arms, escalation, truths } = result;
  const rows = arms.map(({ name, schedule, eqd2Gy, bedGy }) => [
    name,
    schedule ?? 'none stated',
    doseOf(eqd2Gy),
    doseOf(bedGy),
  ]);
  const columns = [
    { heading: 'Level' },
    { heading: 'Schedule' },
    { heading: 'EQD2 (Gy)', isNumber: true },
    { heading: 'BED (Gy)', isNumber: true },
  ];
  const conduct = [
    ...truths[0].plans.map(planWords),
    ...(escalation.safety === null ? [] : [`for safety, ${escalation.safety}`]),
    ...(escalation.expansion === null ? [] : [`then ${escalation.expansion}`]),
  ];
  return markup`${opening({
    kind: 'simulated dose escalation of radiotherapy',
    title: scenario.title,
    question: scenario.question,
    answer: escalationAnswer(result),
    care: 'These are consequences of stated assumptions, not findings about patients.',
    warnings: result.warnings,
  })}
<section aria-labelledby="arms"><h2 id="arms">Levels and plans</h2>
${table('Levels', columns, rows)}
<p class="note">EQD2 and BED of the prescribed dose, linear-quadratic, at the cohort’s median α/β for local control as planned, where it has one.</p>
<p>${unbroken(`The trial is to find ${laddersAim(result)}. ${paceWords(escalation.perMonth)}.`)}</p>
<ul>${conduct.map((words) => markup`<li>${unbroken(capitalised(words))}.</li>`)}</ul>
</section>`;
}

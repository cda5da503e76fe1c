import type { AimResult } from '../../engine/aim-result.ts';
import { aimAnswer } from '../aim-answer.ts';
import { type Markup, markup } from '../markup.ts';
import { table } from '../table.ts';
import { unbroken } from '../unbroken.ts';
import { opening } from './opening.ts';

const doseOf = (value: number | null): string => (value === null ? '–' : value.toFixed(1));

/** The page for the minute reader: title, question, answer, warnings, arms. */
export function aimSummarySection(result: AimResult): Markup {
  const { title, question } = result.scenario;
  const rows = result.arms.map(({ name, n, schedule, eqd2Gy, bedGy }) => [
    name,
    schedule ?? 'none stated',
    n,
    doseOf(eqd2Gy),
    doseOf(bedGy),
  ]);
  const columns = [
    { heading: 'Arm' },
    { heading: 'Schedule' },
    { heading: 'Patients', isNumber: true },
    { heading: 'EQD2 (Gy)', isNumber: true },
    { heading: 'BED (Gy)', isNumber: true },
  ];
  return markup`${opening({
    kind: 'simulated precision of α/β from a radiotherapy fractionation trial',
    title,
    question,
    answer: aimAnswer(result),
    care: 'These are consequences of stated assumptions, not findings about patients.',
    warnings: result.warnings,
  })}
<section aria-labelledby="arms"><h2 id="arms">Arms and aim</h2>
${table('Arms', columns, rows)}
<p class="note">EQD2 and BED of the prescribed dose, linear-quadratic, at the cohort’s median α/β for local control as planned.</p>
<p>The trial makes no claim. It estimates ${unbroken(result.aim.sentence)}.</p>
</section>`;
}

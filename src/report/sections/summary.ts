import type { RunResult } from '../../engine/result.ts';
import type { Design } from '../../trial/design.ts';
import { answer } from '../answer.ts';
import { cohortAlphaBeta } from '../cohort-alpha-beta.ts';
import { armPrefix, comparisonLead, levelSentence } from '../comparison-words.ts';
import { findingSentence } from '../finding-sentence.ts';
import { glances } from '../glance.ts';
import { liveDesign } from '../live-design.ts';
import { type Markup, markup } from '../markup.ts';
import { gray } from '../numbers.ts';
import { conductSentences } from '../sequential-words.ts';
import { type Column, table } from '../table.ts';
import { testWords } from '../test-words.ts';
import { unbroken } from '../unbroken.ts';
import { opening } from './opening.ts';

const doseOf = (value: number | null): string => (value === null ? '–' : value.toFixed(1));

function armsTable(result: RunResult): Markup {
  const { arms } = result;
  const cohort = cohortAlphaBeta(result);
  const isDosed = arms.some(({ eqd2Gy }) => eqd2Gy !== null);
  const rows = arms.map(({ name, n, schedule, eqd2Gy, bedGy }) => [
    name,
    schedule ?? 'none stated',
    n,
    ...(isDosed ? [doseOf(eqd2Gy), doseOf(bedGy)] : []),
  ]);
  const doses: Column[] = [
    { heading: 'EQD2 (Gy)', isNumber: true },
    { heading: 'BED (Gy)', isNumber: true },
  ];
  const columns = [
    { heading: 'Arm' },
    { heading: 'Schedule' },
    { heading: 'Patients', isNumber: true },
    ...(isDosed ? doses : []),
  ];
  const note =
    isDosed && cohort
      ? markup`<p class="note">EQD2 and BED of the prescribed dose, linear-quadratic, at the cohort’s α/β for local control, ${unbroken(gray(cohort.median))} (the median as planned).</p>`
      : undefined;
  return markup`${table('Arms', columns, rows)}${note}`;
}

/** How success hangs on the claims. */
function successLead({ claims, isHierarchical }: Design): string {
  if (isHierarchical)
    return 'The trial succeeds if its first claim passes; each later one counts only where those before it pass:';
  if (claims.length > 1) return 'The trial succeeds if every claim passes:';
  return claims[0].isCompletion
    ? 'The trial succeeds if it runs to its end:'
    : 'The trial succeeds if its claim passes:';
}

function claimsList(result: RunResult): Markup {
  const design = liveDesign(result);
  const items = result.claims.map(
    ({ sentence, test, arm }, i) =>
      markup`<li>${armPrefix({ arm })}${unbroken(sentence)}${test ? ` (${testWords(result, i)})` : ''}</li>`,
  );
  const lead = design.comparisons ? comparisonLead(result) : successLead(design);
  const list = design.isHierarchical ? markup`<ol>${items}</ol>` : markup`<ul>${items}</ul>`;
  const found = result.claims.flatMap((claim) =>
    claim.finding ? [markup`<p>${unbroken(findingSentence(claim))}</p>`] : [],
  );
  const level = design.comparisons ? markup`<p>${unbroken(levelSentence(result))}</p>` : undefined;
  return markup`<p>${lead}</p>${list}${level}${found}`;
}

/** What may stop the trial early, where anything may. */
function rulesList(result: RunResult): Markup | undefined {
  const { rules } = liveDesign(result);
  if (rules.length === 0) return undefined;
  const items = rules.map(({ sentence }) => markup`<li>${unbroken(sentence)}</li>`);
  return markup`<p>Until then it follows ${rules.length > 1 ? 'interim rules' : 'an interim rule'}:</p><ul>${items}</ul>`;
}

/** How patients are followed and two arms looked at, where the design says so. */
function conductList(result: RunResult): Markup | undefined {
  const items = conductSentences(result).map((sentence) => markup`<li>${unbroken(sentence)}</li>`);
  return items.length === 0 ? undefined : markup`<ul>${items}</ul>`;
}

/** What is asked for first, as large numbers. */
function glanceList(result: RunResult): Markup {
  const items = glances(result).map(
    ({ question, value, note }) =>
      markup`<div><dt>${unbroken(question)}</dt><dd><strong>${unbroken(value)}</strong>${note === '' ? undefined : markup`<br><span>${unbroken(note)}</span>`}</dd></div>`,
  );
  return markup`<dl class="glance">${items}</dl>
`;
}

/** The page for the minute reader: title, question, answer, arms, warnings. */
export function summarySection(result: RunResult): Markup {
  const { title, question } = result.scenario;
  return markup`${opening({
    kind: 'simulated outcome of a radiotherapy fractionation trial',
    title,
    question,
    answer: answer(result),
    glance: glanceList(result),
    care: 'These are consequences of stated assumptions, not findings about patients.',
    warnings: result.warnings,
  })}
<section aria-labelledby="arms"><h2 id="arms">Arms and claims</h2>
${armsTable(result)}
${claimsList(result)}
${rulesList(result)}${conductList(result)}
</section>`;
}

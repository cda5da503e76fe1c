import { type Markup, markup } from '../markup.ts';
import { unbroken } from '../unbroken.ts';

/** What a report opens with, for the minute reader. */
export interface Opening {
  /** What the report is of, after the name of the tool. */
  readonly kind: string;
  readonly title: string;
  readonly question: string | null;
  /** One paragraph each; the first is the headline. */
  readonly answer: readonly string[];
  /** What stands below the headline. */
  readonly glance?: Markup;
  /** What the numbers are not. */
  readonly care: string;
  readonly warnings: readonly string[];
}

function warningsBox(warnings: readonly string[]): Markup | undefined {
  if (warnings.length === 0) return undefined;
  return markup`<section class="warnings" aria-labelledby="warnings"><h2 id="warnings">Warnings</h2><ul>${warnings.map((warning) => markup`<li>${warning}</li>`)}</ul></section>`;
}

const paragraphs = (texts: readonly string[]): Markup[] =>
  texts.map((text) => markup`<p>${unbroken(text)}</p>`);

/** Title, question, answer in a box, warnings. */
export function opening({ kind, title, question, answer, glance, care, warnings }: Opening): Markup {
  return markup`<header>
<p class="kind">isoeffect: ${kind}</p>
<h1>${unbroken(title)}</h1>
${question === null ? undefined : markup`<p class="question">${unbroken(question)}</p>`}
</header>
<section class="answer" aria-labelledby="answer"><h2 id="answer">Answer</h2>
${paragraphs(answer.slice(0, 1))}${glance}${paragraphs(answer.slice(1))}
<p class="care">Not for patient care. ${care}</p>
</section>
${warningsBox(warnings)}`;
}

import { exampleNarrative } from '../example-narrative.ts';
import { headline } from '../example-words.ts';
import type { ExampleOfRun } from '../examples-of-run.ts';
import { type Markup, markup } from '../markup.ts';
import { unbroken } from '../unbroken.ts';
import { figureMarkup } from './figures.ts';

const list = (items: readonly string[]): Markup | undefined =>
  items.length === 0
    ? undefined
    : markup`<ul>${items.map((text) => markup`<li>${unbroken(text)}</li>`)}</ul>`;

function exampleMarkup({ story, figures }: ExampleOfRun): Markup {
  const { accrual, rules, looks, decision, claims } = exampleNarrative(story);
  return markup`<h3>${unbroken(headline(story))}</h3>
<p>${unbroken(accrual.join(' '))}</p>
${rules.map((rule) => markup`<p>${unbroken(rule)}</p>`)}${list(looks)}
<p>${unbroken(decision)}</p>
${list(claims)}
${figures.map((figure) => figureMarkup(figure))}`;
}

/** Some simulated trials, each told and drawn. */
export function examplesSection(examples: readonly ExampleOfRun[]): Markup | undefined {
  if (examples.length === 0) return undefined;
  return markup`<section class="examples" aria-labelledby="examples"><h2 id="examples">Example trials</h2>
<p class="note">Single replicates as planned, as the run simulated them: the first that succeeds, the first that fails and the first that is stopped, where there is one. They show how a trial may go, not how it usually goes.</p>
${examples.map((example) => exampleMarkup(example))}</section>`;
}

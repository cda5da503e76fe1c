import type { Figure } from '../draw-figures.ts';
import { Markup, markup } from '../markup.ts';
import { scriptData } from '../script-data.ts';
import { unbroken } from '../unbroken.ts';

/** What a chart can be taken along as. */
const TAKEN: readonly [ending: string, words: string][] = [
  ['svg', 'SVG'],
  ['png', 'PNG'],
  ['csv', 'data'],
  ['vl.json', 'Vega-Lite'],
];

/** One chart with its caption; drawn once for wide pages and once for phones. */
export function figureMarkup({ name, title, description, spec, inline }: Figure, heading?: Markup): Markup {
  const buttons = TAKEN.map(
    ([ending, words]) =>
      markup`<button type="button" data-take="${ending}" hidden aria-label="Save as ${words}: ${title}">${words}</button>`,
  );
  return markup`<figure id="${name}">
${heading}<div class="wide">${new Markup(inline.wide)}</div>
<div class="narrow">${new Markup(inline.narrow)}</div>
<figcaption>${unbroken(description)}</figcaption>
<div class="take">${buttons}</div>
${scriptData(`${name}-spec`, spec)}
</figure>
`;
}

/** The charts, each under the sentence that it shows. */
export function figuresSection(figures: readonly Figure[]): Markup | undefined {
  if (figures.length === 0) return undefined;
  return markup`<section aria-labelledby="charts"><h2 id="charts">Charts</h2>
${figures.map((figure) => figureMarkup(figure, markup`<h3>${unbroken(figure.title)}</h3>\n`))}</section>`;
}

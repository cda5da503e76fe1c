import type { Figure } from '../draw-figures.ts';
import { Markup, markup } from '../markup.ts';
import { unbroken } from '../wrap-text.ts';

/** One chart with its caption; drawn once for wide pages and once for phones. */
export function figureMarkup({ name, description, inline }: Figure, heading?: Markup): Markup {
  return markup`<figure id="${name}">
${heading}<div class="wide">${new Markup(inline.wide)}</div>
<div class="narrow">${new Markup(inline.narrow)}</div>
<figcaption>${unbroken(description)}</figcaption>
</figure>
`;
}

/** The charts, each under the sentence that it shows. */
export function figuresSection(figures: readonly Figure[]): Markup | undefined {
  if (figures.length === 0) return undefined;
  return markup`<section aria-labelledby="charts"><h2 id="charts">Charts</h2>
${figures.map((figure) => figureMarkup(figure, markup`<h3>${unbroken(figure.title)}</h3>\n`))}</section>`;
}

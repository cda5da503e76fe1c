import type { Figure } from '../draw-figures.ts';
import { Markup, markup } from '../markup.ts';
import { unbroken } from '../wrap-text.ts';

/** The charts, each under the sentence that it shows; drawn once for wide pages and once for phones. */
export function figuresSection(figures: readonly Figure[]): Markup | undefined {
  if (figures.length === 0) return undefined;
  return markup`<section aria-labelledby="charts"><h2 id="charts">Charts</h2>
${figures.map(
  ({ name, title, description, inline }) => markup`<figure id="${name}">
<h3>${unbroken(title)}</h3>
<div class="wide">${new Markup(inline.wide)}</div>
<div class="narrow">${new Markup(inline.narrow)}</div>
<figcaption>${unbroken(description)}</figcaption>
</figure>
`,
)}</section>`;
}

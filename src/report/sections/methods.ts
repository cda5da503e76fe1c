import type { RunResult } from '../../engine/result.ts';
import { type Markup, markup } from '../markup.ts';
import { methodsOf } from '../methods.ts';

/** How the numbers were made, with references for what was used. */
export function methodsSection(result: RunResult): Markup {
  return markup`<section aria-labelledby="methods"><h2 id="methods">Methods</h2>
<dl class="methods">${methodsOf(result).map(
    ({ name, text, reference }) =>
      markup`<dt>${name}</dt><dd>${text}${reference === undefined ? undefined : markup` <span class="reference">${reference}</span>`}</dd>\n`,
  )}</dl>
</section>`;
}

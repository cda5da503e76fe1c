import type { RunResult } from '../../engine/result.ts';
import { type Markup, markup } from '../markup.ts';
import type { Method } from '../method.ts';
import { methodsOf } from '../methods.ts';

/** A list of methods with their references. */
export function methodsList(methods: readonly Method[]): Markup {
  return markup`<section aria-labelledby="methods"><h2 id="methods">Methods</h2>
<dl class="methods">${methods.map(
    ({ name, text, reference }) =>
      markup`<dt>${name}</dt><dd>${text}${reference === undefined ? undefined : markup` <span class="reference">${reference}</span>`}</dd>\n`,
  )}</dl>
</section>`;
}

/** How the numbers were made, with references for what was used. */
export function methodsSection(result: RunResult): Markup {
  return methodsList(methodsOf(result));
}

import { type Markup, markup } from '../markup.ts';
import { parseEquation } from './parse-equation.ts';
import { plainEquation } from './plain-equation.ts';

/** An equation on a line of its own, with its plain text for those who hear the page and for writers of text. */
export function equationMarkup(equation: string): Markup {
  const text = plainEquation(equation);
  return markup`<div class="equation"><math display="block" aria-label="${text}" data-text="${text}">${parseEquation(equation)}</math></div>
`;
}

/** A symbol in running text. */
export function symbolMarkup(symbol: string): Markup {
  const text = plainEquation(symbol);
  return markup`<math aria-label="${text}" data-text="${text}">${parseEquation(symbol)}</math>`;
}

const NO_BREAK = '\u00a0';

/** Text whose numbers keep to their units, and whose fractions to their dose, at the end of a line. */
export function unbroken(text: string): string {
  return text.replace(/(?<=\d) (?=(?:%|Gy|×))|(?<=×) (?=\d)/g, NO_BREAK);
}

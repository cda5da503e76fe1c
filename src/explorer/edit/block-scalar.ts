/** Lines no longer than those of the shipped scenarios. */
const WIDEST = 118;

/** Words in lines of at most so many letters; a longer word has a line of its own. */
function wrapped(words: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

/**
 * A text in the place of a block scalar, under the same header (`>-`, `|` …) and as far to the right; undefined where
 * such a block cannot hold it.
 *
 * @param source the block scalar as it was written, from its header on
 */
export function blockScalar(source: string, text: string): string | undefined {
  const [header, ...body] = source.split(/\r?\n/);
  const indent = body.find((line) => line.trim() !== '')?.match(/^ +/)?.[0];
  const paragraph = text.trimEnd();
  if (indent === undefined || paragraph === '' || /^\s|\p{Cc}(?<!\n)/u.test(paragraph)) return undefined;
  const isFolded = header.startsWith('>');
  // A folded block joins its lines by one space each
  if (isFolded && /\n| {2}/.test(paragraph)) return undefined;
  const lines = isFolded ? wrapped(paragraph.split(' '), WIDEST - indent.length) : paragraph.split('\n');
  const eol = source.includes('\r\n') ? '\r\n' : '\n';
  const written = lines.map((line) => (line === '' ? '' : `${indent}${line}`));
  return `${[header, ...written].join(eol)}${source.endsWith('\n') ? eol : ''}`;
}

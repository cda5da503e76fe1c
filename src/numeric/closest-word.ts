import distance from '@stdlib/string-base-distances-levenshtein';

/** The candidate nearest in spelling, or undefined when none is near: more than a third of the letters would change. */
export function closestWord(word: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Infinity;
  for (const candidate of candidates) {
    const d = distance(word.toLowerCase(), candidate.toLowerCase());
    if (d < least) [best, least] = [candidate, d];
  }
  return best !== undefined && least <= Math.max(2, Math.floor(Math.max(word.length, best.length) / 3))
    ? best
    : undefined;
}

/** `unknown <what>: <word>`, with the nearest right word, or else the words there are; `missing <what>` where none was given. */
export function unknownWord(what: string, word: string, candidates: readonly string[]): string {
  if (word === 'undefined') return `missing ${what} (there is ${candidates.join(', ') || 'none'})`;
  const near = closestWord(word, candidates);
  const hint = near !== undefined ? `did you mean ${near}?` : `there is ${candidates.join(', ') || 'none'}`;
  return `unknown ${what}: ${word} (${hint})`;
}

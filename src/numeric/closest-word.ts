import distance from '@stdlib/string-base-distances-levenshtein';
import { shownText } from './shown-text.ts';
import { shownValue } from './shown-value.ts';

/** The candidate nearest in spelling, or undefined when none is near: more than a third of the letters would change. */
export function closestWord(word: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Infinity;
  for (const candidate of candidates) {
    const most = mostChanges(word, candidate);
    // So many letters at least have to be added or left out: a long text is not compared letter by letter
    if (Math.abs(word.length - candidate.length) > most) continue;
    const d = distance(word.toLowerCase(), candidate.toLowerCase());
    if (d <= most && d < least) [best, least] = [candidate, d];
  }
  return best;
}

/** Changes of letters up to which two words are near. */
const mostChanges = (word: string, other: string): number =>
  Math.max(2, Math.floor(Math.max(word.length, other.length) / 3));

/** Words that are listed where none is near. */
const MOST_LISTED = 40;

const listed = (words: readonly string[]): string => {
  if (words.length === 0) return 'none';
  const rest = words.length - MOST_LISTED;
  return [...words.slice(0, MOST_LISTED), ...(rest > 0 ? [`${rest} more`] : [])].join(', ');
};

/** `unknown <what>: <word>`, with the nearest right word, or else the words there are; `missing <what>` where none was given. */
export function unknownWord(what: string, given: unknown, candidates: readonly string[]): string {
  if (given === undefined) return `missing ${what} (there is ${listed(candidates)})`;
  const near = typeof given === 'string' ? closestWord(given, candidates) : undefined;
  const hint = near !== undefined ? `did you mean ${near}?` : `there is ${listed(candidates)}`;
  return `unknown ${what}: ${typeof given === 'string' ? shownText(given) : shownValue(given)} (${hint})`;
}

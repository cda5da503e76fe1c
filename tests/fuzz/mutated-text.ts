import fc from 'fast-check';
import { hostileLetters, hostileNumbers, hostileWords } from './hostile-words.ts';

/** One change of a text; places are shares of its length. */
type Edit = (text: string) => string;

const at = (text: string, share: number): number => Math.floor(share * (text.length + 1));
const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const few = fc.nat(12);

/** Words, numbers, quoted texts, and single signs. */
const TOKENS = /[A-Za-z_][\w-]*|-?\d+(?:\.\d+)?(?:e[-+]?\d+)?|"[^"\n]*"|[^\s\w]/g;

const piece = fc.oneof(
  fc.constantFrom(...hostileLetters),
  fc.constantFrom(...hostileNumbers),
  fc.constantFrom(...hostileWords),
  fc.string({ maxLength: 8, unit: 'binary' }),
  fc.string({ maxLength: 8 }),
);

/** Puts a text in place of one token. */
const replaceToken = (text: string, where: number, by: (token: string) => string): string => {
  const tokens = [...text.matchAll(TOKENS)];
  if (tokens.length === 0) return by('');
  const { 0: token, index } = tokens[Math.floor(where * tokens.length)];
  return text.slice(0, index) + by(token) + text.slice(index + token.length);
};

/** Exchanges, leaves out or doubles a line. */
const moveLine = (text: string, from: number, to: number, isKept: boolean): string => {
  const lines = text.split('\n');
  const start = Math.floor(from * lines.length);
  const [line] = isKept ? [lines[start]] : lines.splice(start, 1);
  lines.splice(Math.floor(to * (lines.length + 1)), 0, line);
  return lines.join('\n');
};

const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(share, piece).map(
    ([where, word]): Edit =>
      (text) => {
        const start = at(text, where);
        return text.slice(0, start) + word + text.slice(start);
      },
  ),
  fc.tuple(share, few).map(
    ([where, length]): Edit =>
      (text) => {
        const start = at(text, where);
        return text.slice(0, start) + text.slice(start + length);
      },
  ),
  fc.tuple(share, fc.nat(127)).map(
    ([where, code]): Edit =>
      (text) => {
        const start = at(text, where);
        return text.slice(0, start) + String.fromCharCode(code) + text.slice(start + 1);
      },
  ),
  fc.tuple(share, piece).map(
    ([where, word]): Edit =>
      (text) =>
        replaceToken(text, where, () => word),
  ),
  fc.tuple(share, share).map(
    ([where, from]): Edit =>
      (text) => {
        const tokens = text.match(TOKENS) ?? [''];
        return replaceToken(text, where, () => tokens[Math.floor(from * tokens.length)]);
      },
  ),
  fc.tuple(share, share, fc.boolean()).map(
    ([from, to, isKept]): Edit =>
      (text) =>
        moveLine(text, from, to, isKept),
  ),
  share.map(
    (where): Edit =>
      (text) =>
        text.slice(0, at(text, where)),
  ),
  fc.tuple(share, piece, fc.constantFrom(10, 100, 3000)).map(
    ([where, word, times]): Edit =>
      (text) => {
        const start = at(text, where);
        return text.slice(0, start) + word.repeat(times) + text.slice(start);
      },
  ),
  fc.constant<Edit>((text) => text.replaceAll('\n', '\r\n')),
);

/** Texts of a corpus with a few changes, most of them small; and now and then any text at all. */
export function mutatedText(corpus: readonly string[]): fc.Arbitrary<string> {
  const changed = fc
    .tuple(fc.constantFrom(...corpus), fc.array(edits, { minLength: 1, maxLength: 4 }))
    .map(([text, changes]) => changes.reduce((edited, edit) => edit(edited), text));
  return fc.oneof(
    { weight: 20, arbitrary: changed },
    { weight: 1, arbitrary: fc.string({ maxLength: 200 }) },
    { weight: 1, arbitrary: fc.string({ maxLength: 200, unit: 'binary' }) },
    { weight: 1, arbitrary: fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')) },
  );
}

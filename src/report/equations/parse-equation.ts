import type { Markup } from '../markup.ts';
import {
  accent,
  fraction,
  identifier,
  number,
  operator,
  root,
  row,
  space,
  sub,
  subSup,
  sup,
  words,
} from './math.ts';

const TOKEN =
  /\s+|"[^"]*"|α\/β|\d+(?:\.\d+)?|[\p{L}∞][\p{L}\d]*[\u0302\u0303]?′*|[_^/()[\]√]|[∑∏∫]|[^\s\p{L}\d"_^/()[\]√∑∏∫]/gu;
const ACCENTS: Readonly<Record<string, string>> = { '\u0302': '^', '\u0303': '~' };
const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']' };
const SPACE = space();
/** Functions that need no brackets. */
const FUNCTIONS = /^(ln|logit)$/;
const IS_LETTER = /^[\p{L}∞]/u;

/** A part of an equation; `inner` is what it holds where it is in round brackets. */
interface Part {
  readonly shown: Markup;
  readonly inner?: Markup;
}

interface Reader {
  readonly tokens: readonly string[];
  at: number;
}

const bare = ({ shown, inner }: Part): Markup => inner ?? shown;

function symbol(token: string): Markup {
  const [, letters, mark, primes] = /^(.*?)([\u0302\u0303]?)(′*)$/u.exec(token)!;
  const base = identifier(letters);
  const marked = mark === '' ? base : accent(base, ACCENTS[mark]);
  return primes === '' ? marked : sup(marked, operator(primes));
}

/** What stands between two brackets. @throws RangeError if they are not closed */
function group(reader: Reader, opening: string): Part {
  const inner = row(sequence(reader, CLOSING[opening]));
  if (reader.tokens[reader.at] !== CLOSING[opening])
    throw new RangeError(`invalid equation: ${reader.tokens.join('')} (must close its brackets)`);
  reader.at++;
  const shown = row([operator(opening), inner, operator(CLOSING[opening])]);
  return opening === '(' ? { shown, inner } : { shown };
}

function atom(reader: Reader): Part {
  const token = reader.tokens[reader.at++];
  if (token === undefined || /^([_^/)\]]|\s+)$/.test(token))
    throw new RangeError(`invalid equation: ${reader.tokens.join('')} (must have a symbol after each sign)`);
  if (token in CLOSING) return group(reader, token);
  if (token === '√') return { shown: root(bare(atom(reader))) };
  if (token.startsWith('"')) return { shown: words(token.slice(1, -1)) };
  if (/^\d/.test(token)) return { shown: number(token) };
  if (token === 'α/β') return { shown: identifier(token) };
  return { shown: IS_LETTER.test(token) ? symbol(token) : operator(token) };
}

/** A part with what is raised and lowered after it. */
function withScripts(reader: Reader, part: Part): Part {
  let [below, above]: (Markup | undefined)[] = [undefined, undefined];
  while (reader.tokens[reader.at] === '_' || reader.tokens[reader.at] === '^') {
    const isBelow = reader.tokens[reader.at++] === '_';
    const script = bare(atom(reader));
    if (isBelow) below = script;
    else above = script;
  }
  if (below && above) return { shown: subSup(part.shown, below, above) };
  if (below) return { shown: sub(part.shown, below) };
  return above ? { shown: sup(part.shown, above) } : part;
}

/**
 * An atom with its scripts; a symbol followed at once by a bracket is a function of what that holds, and `ln` and its like
 * take the factor after a space.
 */
function factor(reader: Reader): Part {
  const name = reader.tokens[reader.at];
  const part = withScripts(reader, atom(reader));
  const next = reader.tokens[reader.at];
  if (IS_LETTER.test(name) && next in CLOSING) {
    reader.at++;
    return withScripts(reader, { shown: row([part.shown, group(reader, next).shown]) });
  }
  if (!FUNCTIONS.test(name) || !/^\s/.test(next)) return part;
  reader.at++;
  return { shown: row([part.shown, SPACE, factor(reader).shown]) };
}

/** Whether a space is seen: beside words. */
function needsSpace({ tokens, at }: Reader): boolean {
  const [before = '', after = ''] = [tokens[at - 1], tokens[at + 1]];
  return before.endsWith('"') || after.startsWith('"');
}

/** Factors up to a closing bracket or the end, those with a stroke between them as fractions. */
function sequence(reader: Reader, closing?: string): Markup[] {
  const parts: Markup[] = [];
  while (reader.at < reader.tokens.length && reader.tokens[reader.at] !== closing) {
    if (/^\s/.test(reader.tokens[reader.at])) {
      if (needsSpace(reader)) parts.push(SPACE);
      reader.at++;
      continue;
    }
    let part = factor(reader);
    while (reader.tokens[reader.at] === '/') {
      reader.at++;
      part = { shown: fraction(bare(part), bare(factor(reader))) };
    }
    parts.push(part.shown);
  }
  return parts;
}

/**
 * An equation in plain notation as the inside of a `math` element of MathML Core.
 *
 * @throws RangeError if brackets are not closed, or something is missing after a sign
 */
export function parseEquation(equation: string): Markup {
  const tokens = equation.match(TOKEN) ?? [];
  const reader: Reader = { tokens, at: 0 };
  return row(sequence(reader));
}

import {
  Composer,
  type CST,
  type Document,
  isScalar,
  Lexer,
  LineCounter,
  type Pair,
  Parser,
  visit,
} from 'yaml';
import { badLetterIn } from './bad-letter.ts';
import { isForbiddenKey } from './path.ts';

/** Something wrong with YAML, and where: letters before it. */
export interface YamlProblem {
  readonly offset: number;
  readonly message: string;
}

/** YAML as nodes, or what is wrong with it. */
export interface ParsedYaml {
  readonly document: Document;
  readonly lines: LineCounter;
  readonly problems: readonly YamlProblem[];
}

/** Words and signs of a file; a longer one of numbers alone has fewer. */
const MOST_PIECES = 200_000;
/** Blocks in blocks; no file comes near. */
export const DEEPEST = 60;

/**
 * Parses YAML 1.2 in time and memory that grow with the text alone. What plain data could not hold, or hold twice, is a
 * problem: unknown tags, keys that stand twice, that are no text or that reach behind an object, and letters that no file
 * can hold.
 */
export function parseYaml(text: string): ParsedYaml {
  const lines = new LineCounter();
  const { tokens, excess } = tokensOf(text, lines);
  // Keys are compared below: the parser would compare each with all others
  const composer = new Composer({ prettyErrors: false, uniqueKeys: false, resolveKnownTags: false });
  const [document, second] = composer.compose(excess ? [] : tokens, true, text.length);
  if (excess) return { document, lines, problems: [excess] };
  const troubles = [...document.errors, ...document.warnings].map(
    ({ pos: [offset], message }): YamlProblem => ({ offset, message }),
  );
  if (second) troubles.push({ offset: second.range[0], message: 'a second document begins (must be one)' });
  if (document.directives?.yaml.version !== '1.2')
    troubles.push({ offset: 0, message: 'must be YAML 1.2: leave out %YAML' });
  return { document, lines, problems: troubles.length > 0 ? troubles : problemsOf(document) };
}

/** The text in pieces, as far as it is neither too long nor too deep: what comes next would call itself for each block. */
function tokensOf(text: string, lines: LineCounter): { tokens: CST.Token[]; excess?: YamlProblem } {
  const parser = new Parser(lines.addNewLine);
  const tokens: CST.Token[] = [];
  lines.addNewLine(0);
  let pieces = 0;
  for (const piece of new Lexer().lex(text)) {
    for (const token of parser.next(piece)) tokens.push(token);
    const { offset } = parser;
    if (parser.stack.length > DEEPEST)
      return { tokens, excess: { offset, message: `blocks lie more than ${DEEPEST} deep` } };
    if (++pieces > MOST_PIECES)
      return { tokens, excess: { offset, message: 'too many values for one file' } };
  }
  for (const token of parser.end()) tokens.push(token);
  return { tokens };
}

function problemsOf(document: Document): YamlProblem[] {
  const problems: YamlProblem[] = [];
  visit(document, {
    Map: (_, { items }) => {
      const seen = new Set<string>();
      for (const pair of items) problems.push(...problemsOfKey(pair, seen));
    },
    Scalar: (key, { value, range }) => {
      const message = key === 'key' || typeof value !== 'string' ? undefined : badLetterIn(value);
      if (message) problems.push({ offset: range?.[0] ?? 0, message });
    },
  });
  return problems;
}

/** @param seen keys of the same block that stand before it */
function problemsOfKey({ key }: Pair, seen: Set<string>): YamlProblem[] {
  const at = (message: string): YamlProblem[] => [
    { offset: (isScalar(key) ? key.range?.[0] : undefined) ?? 0, message },
  ];
  if (!isScalar(key)) return at('a key is no text');
  // As plain data have it
  const name = key.value === null ? '' : String(key.value);
  const bad = badLetterIn(name);
  if (bad) return at(bad);
  if (isForbiddenKey(name)) return at(`unknown key: ${name} (no file has it)`);
  if (seen.has(name)) return at('duplicate key');
  seen.add(name);
  return [];
}

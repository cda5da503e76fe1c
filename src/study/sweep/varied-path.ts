import { readValue } from '../../scenario/read-yaml.ts';
import { type Problem, ScenarioError } from '../../scenario/scenario-error.ts';
import { splitList } from './split-list.ts';

/** One of the values that a path takes. */
export interface VariedValue {
  readonly value: unknown;
  /** As it was written. */
  readonly text: string;
  /** The argument, or the place in a table, that brought it. */
  readonly origin: string;
}

/** A path of a scenario with the values that it takes in a sweep. */
export interface VariedPath {
  readonly path: string;
  readonly values: readonly VariedValue[];
  /** Whether the values were asked for on a logarithmic scale. */
  readonly isLog: boolean;
  /** The whole argument. */
  readonly origin: string;
}

const NUMBER = String.raw`[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?`;
const RANGE = new RegExp(String.raw`^(${NUMBER})\s*\.\.\s*(${NUMBER})\s*/\s*(\d+)(\s+log)?$`);
const MOST_STEPS = 100_000;
/** Digits of a value within a range: 0.1 + 0.2 is written 0.3; of equal ratios as many as anyone reads. */
const DIGITS = { even: 12, log: 6 };

/** An item of the list: its values as written, and whether it is a logarithmic range. */
interface Item {
  readonly texts: readonly string[];
  readonly isLog: boolean;
}

/** The values of `from..to/steps`, both ends included. @throws RangeError saying what is wrong with it */
function rangeOf(from: number, to: number, steps: number, isLog: boolean): string[] {
  if (steps < 1 || steps > MOST_STEPS) throw new RangeError(`needs from 1 to ${MOST_STEPS} steps`);
  if (from === to) throw new RangeError('begins where it ends');
  if (isLog && !(from > 0 && to > 0)) throw new RangeError('needs both ends > 0 on a logarithmic scale');
  return Array.from({ length: steps + 1 }, (_, i) => {
    if (i === steps) return String(to);
    if (i === 0) return String(from);
    const share = i / steps;
    const value = isLog
      ? Math.exp(Math.log(from) + share * (Math.log(to) - Math.log(from)))
      : from + share * (to - from);
    return String(Number(value.toPrecision(isLog ? DIGITS.log : DIGITS.even)));
  });
}

function itemOf(text: string): Item {
  const range = RANGE.exec(text);
  if (!range) return { texts: [text], isLog: false };
  const [, from, to, steps, log] = range;
  const isLog = log !== undefined;
  return { texts: rangeOf(Number(from), Number(to), Number(steps), isLog), isLog };
}

/** What is wrong with the values as written, or nothing. */
function problemOf(texts: readonly string[]): string | undefined {
  if (texts.includes('')) return 'a value is missing between commas';
  const seen = new Set<string>();
  const twice = texts.find((text) => seen.size === seen.add(text).size);
  return twice === undefined ? undefined : `takes the value ${twice} twice`;
}

/**
 * Reads `path=values`: values with commas between them, each YAML or a range `from..to/steps` of so many equal steps, of
 * equal ratios with ` log` behind it. A value that holds commas stands in quotes, brackets or braces.
 *
 * @throws ScenarioError if it cannot be read
 */
export function readVariedPath(argument: string, flag = '--vary'): VariedPath {
  const origin = `${flag} ${argument}`;
  const fail = (message: string): never => {
    const problem: Problem = { where: origin, message };
    throw new ScenarioError([problem]);
  };
  const at = argument.indexOf('=');
  if (at < 1) fail('is not written path=values');
  const path = argument.slice(0, at).trim();
  let items: Item[] = [];
  try {
    items = splitList(argument.slice(at + 1)).map(itemOf);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    fail(`this range ${error.message}`);
  }
  const texts = items.flatMap((item) => item.texts);
  const problem = problemOf(texts);
  if (problem) fail(problem);
  const values = texts.map(
    (text): VariedValue => ({ value: readValue(text), text, origin: `${flag} ${path}=${text}` }),
  );
  return { path, values, isLog: items.every(({ isLog }) => isLog), origin };
}

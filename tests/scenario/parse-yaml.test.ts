import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../src/scenario/parse-yaml.ts';
import { readValue, readYaml } from '../../src/scenario/read-yaml.ts';
import { ScenarioError } from '../../src/scenario/scenario-error.ts';

const messages = (text: string): string[] => parseYaml(text).problems.map(({ message }) => message);

/** Why a file is refused. */
function refusal(text: string): string {
  try {
    readYaml(text, 'x.yaml');
  } catch (error) {
    if (error instanceof ScenarioError) return error.message;
    throw error;
  }
  throw new Error('the file was taken');
}

const secondsOf = (work: () => void): number => {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
};

describe('YAML that is too much', () => {
  it.each(['[', '{', '[[],', '- ', '? ', '{? ', '[ \n'])('%j ten thousand times lies too deep', (unit) => {
    expect(messages(unit.repeat(10_000))).toEqual(['blocks lie more than 60 deep']);
    expect(readValue(unit.repeat(10_000))).toBe(unit.repeat(10_000));
  });

  it.each(['- 1\n', '&a '])('%j up to a million letters is refused', (unit) => {
    expect(messages(unit.repeat(1e6 / unit.length))).toEqual(['too many values for one file']);
  });

  it('keys are compared in time that grows with their number alone', () => {
    const text = Array.from({ length: 25_000 }, (_, i) => `key${i}: 1\n`).join('');
    expect(secondsOf(() => expect(messages(text)).toEqual([]))).toBeLessThan(2);
  });

  it.each([
    ['a block that holds itself', '&a [*a]'],
    [
      'aliases of aliases',
      'a: &a [1, 1]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: &d [*c, *c]\ne: &e [*d, *d]\nf: [*e, *e, *e, *e, *e, *e, *e, *e]',
    ],
    ['a long list named many times', `a: &a [${'1,'.repeat(40_000)}]\nb: [${'*a,'.repeat(40)}]`],
  ])('%s is refused', (_, text) => {
    expect(refusal(text)).toMatch(/^x\.yaml:1:1 {2}(too many values for one file|Excessive alias count)/);
  });
});

describe('YAML that is no plain data', () => {
  it.each([
    ['a: 1\n---\nb: 2\n', 'x.yaml:2:1  a second document begins (must be one)'],
    ['%YAML 1.1\n---\na: yes\n', 'x.yaml:1:1  must be YAML 1.2: leave out %YAML'],
    ['a: 1\na: 2\n', 'x.yaml:2:1  duplicate key'],
    ['1: a\n"1": b\n', 'x.yaml:2:1  duplicate key'],
    ['a: { __proto__: { polluted: 1 } }\n', 'x.yaml:1:6  unknown key: __proto__ (no file has it)'],
    ['constructor: 1\n', 'x.yaml:1:1  unknown key: constructor (no file has it)'],
    ['a: "\\ud800"\n', 'x.yaml:1:4  a text holds the letter U+D800, which does not show'],
    ['"\\0": 1\n', 'x.yaml:1:1  a text holds the letter U+0000, which does not show'],
    ['a: "\\e[2J"\n', 'x.yaml:1:4  a text holds the letter U+001B, which does not show'],
  ])('%j is refused', (text, message) => {
    expect(refusal(text)).toBe(message);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it.each([
    '!!js/function "function () {}"',
    '!!binary aGk=',
    '!!timestamp 2001-01-01',
    '!!set { a, b }',
    '!x y',
  ])('%s is of a kind that no file has', (value) => {
    expect(refusal(`a: ${value}\n`)).toMatch(/^x\.yaml:1:4 {2}Unresolved tag/);
    expect(readValue(value)).toBe(value);
  });

  it('a key that is a block is refused', () => {
    expect(messages('? [f]\n: 1\n')).toEqual(['a key is no text']);
  });
});

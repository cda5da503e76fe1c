import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setInText } from '../../../src/explorer/edit/set-in-text.ts';
import { badLetterIn } from '../../../src/scenario/bad-letter.ts';
import { leafPaths, valueAt, withValues } from '../../../src/scenario/path.ts';
import { readYaml } from '../../../src/scenario/read-yaml.ts';
import { ScenarioError } from '../../../src/scenario/scenario-error.ts';
import { shippedTexts } from '../shipped-texts.ts';

const dataOf = (text: string) => readYaml(text, 'x').data as Record<string, unknown>;

/** Lines that two texts do not share at their beginning and end. */
function changedLines(a: string, b: string): { before: string[]; after: string[] } {
  const [from, to] = [a.split('\n'), b.split('\n')];
  let head = 0;
  while (head < from.length && from[head] === to[head]) head++;
  let tail = 0;
  while (tail < from.length - head && tail < to.length - head && from.at(-1 - tail) === to.at(-1 - tail))
    tail++;
  return { before: from.slice(head, from.length - tail), after: to.slice(head, to.length - tail) };
}

const shipped = shippedTexts.map(([name, text]) => {
  const data = dataOf(text);
  const isAddressable = (path: string): boolean => {
    const value = valueAt(data, path);
    return value !== undefined && (typeof value !== 'object' || value === null);
  };
  return { name, text, data, paths: leafPaths(data).filter(isAddressable) };
});
const leaf = fc
  .constantFrom(...shipped)
  .chain((file) => fc.constantFrom(...file.paths).map((path) => ({ ...file, path })));

/** Text as people write it, and text that tries to be something else. */
const hostile = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      '5 x 6 Gy',
      'a: b',
      '# no comment',
      'x # y',
      '- a',
      '{ a: 1 }',
      '[1, 2',
      '&a b',
      '*a',
      '!tag x',
      '| ',
      '>-\n  x',
      '--- x',
      '...',
      'null',
      'true',
      '1e3',
      '0x10',
      '.inf',
      '~',
      '',
      ' ',
      ' lead',
      'trail ',
      'two\nlines',
      'tab\there',
      "it's",
      'say "so"',
      'back\\slash',
      '\ud800',
      '\u2028',
      '\ufeff',
      '\u0000',
      'a, b',
      'a: b\nmalicious: 1',
      '"',
      "'",
      '%YAML 1.1',
      '@x',
      '`x`',
      '?',
      '<<',
    ),
  )
  .filter((text) => badLetterIn(text) === undefined);
const scalar = fc.oneof(
  hostile,
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);
const block = fc.oneof(
  fc.dictionary(fc.stringMatching(/^[a-z][A-Za-z.]{0,8}$/), scalar, { maxKeys: 4 }),
  fc.array(scalar, { maxLength: 4 }),
);

describe('a value in the text of a scenario', () => {
  it('that stays as it is changes nothing', () => {
    fc.assert(
      fc.property(leaf, ({ text, data, path }) => {
        expect(setInText(text, path, valueAt(data, path))).toBe(text);
      }),
      { numRuns: 100 },
    );
  });

  it('changes its own line only, and reads as what was set', () => {
    fc.assert(
      fc.property(leaf, fc.oneof(fc.double({ min: -1e6, max: 1e6, noNaN: true }), hostile), (file, value) => {
        const { text, data, path } = file;
        const set = setInText(text, path, value);
        const got = dataOf(set);
        expect(got).toEqual(JSON.parse(JSON.stringify(withValues(data, [[path, value]]))));
        expect(valueAt(got, path)).toBe(Object.is(value, -0) ? 0 : value);
        const { before, after } = changedLines(text, set);
        // A folded block takes several lines
        if (
          /\n/.test(String(valueAt(data, path))) ||
          before.some((line) => /^ {2}\S/.test(line) && !line.includes(':'))
        )
          return;
        expect(before.length).toBeLessThanOrEqual(1);
        expect(after.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 100 },
    );
  });

  it('changes nothing on its line but itself', () => {
    fc.assert(
      fc.property(leaf, fc.integer({ min: 1000, max: 9999 }), ({ text, data, path }, value) => {
        if (typeof valueAt(data, path) !== 'number') return;
        const set = setInText(text, path, value);
        const { before, after } = changedLines(text, set);
        const [head, tail] = after[0].split(String(value));
        expect(before[0].startsWith(head) && before[0].endsWith(tail)).toBe(true);
        expect(Number(before[0].slice(head.length, before[0].length - tail.length))).toBe(
          valueAt(data, path),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('may be a block, and may be new: no comment is lost', () => {
    const comments = (text: string) => text.match(/^#.*$/gm);
    const where = fc.constantFrom(
      'design',
      'truths.low',
      'truth.localControl.anchor',
      'truth.cohort.heterogeneity.alphaBetaGy.logNormal.median',
      'uncertainty.truth.localControl.gamma50',
      'arms.experimental.schedule.phases',
      'simulation.worlds',
      'sensitivity',
      'provenance.design.perArm',
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...shipped),
        where,
        fc.oneof(scalar, block),
        ({ text, data }, path, value) => {
          const set = setInText(text, path, value);
          expect(JSON.stringify(dataOf(set))).toBe(JSON.stringify(withValues(data, [[path, value]])));
          expect(comments(set)).toEqual(comments(text));
        },
      ),
      { numRuns: 100 },
    );
  });

  it.each([
    ['a: 1   # one\nb: 2\n', 'a', 10, 'a: 10   # one\nb: 2\n'],
    ['a: { b: 0.10, c: "x" } # d\n', 'a.b', 0.1, 'a: { b: 0.10, c: "x" } # d\n'],
    ['a: { b: 0.10, c: "x" } # d\n', 'a.c', 'y', 'a: { b: 0.10, c: "y" } # d\n'],
    ["a: 'x'\n", 'a', "it's", "a: 'it''s'\n"],
    ['a: x\n', 'a', '5', 'a: "5"\n'],
    ['a: x\n', 'a', '5 x 6 Gy', 'a: 5 x 6 Gy\n'],
    ['a: x\n', 'a', true, 'a: true\n'],
    ['a: [1, 2] # l\n', 'a.2', 3, 'a: [1, 2, 3] # l\n'],
    ['a:\n  - 1\n  - 2 # l\nb: 1\n', 'a.2', 3, 'a:\n  - 1\n  - 2 # l\n  - 3\nb: 1\n'],
    ['a: {}\n', 'a.b', 1, 'a: { b: 1 }\n'],
    ['a:   # none yet\nb: 1\n', 'a.b', 1, 'a:   { b: 1 } # none yet\nb: 1\n'],
    ['a:\n  b: 1   # c\nd: 2\n', 'a.c', { x: 1 }, 'a:\n  b: 1   # c\n  c: { x: 1 }\nd: 2\n'],
    ['a:   # c\n  b: 1\nd: 2\n', 'a', { x: 1, y: [2] }, 'a:   # c\n  x: 1\n  y:\n    - 2\nd: 2\n'],
    ['a:\n  b: 1\nd: 2\n', 'a', 3, 'a: 3\nd: 2\n'],
    ['a: 4.9 # g\n', 'a.logNormal.median', 5, 'a: { logNormal: { median: 5 } } # g\n'],
    ['a: 1\r\nb: 2\r\n', 'c', 3, 'a: 1\r\nb: 2\r\nc: 3\r\n'],
    ['a: >-\n  some\n  text\nb: 1\n', 'a', 'other text', 'a: >-\n  other text\nb: 1\n'],
    ['a: |\n  some\n  text\nb: 1\n', 'a', 'other\ntext\n', 'a: |\n  other\n  text\nb: 1\n'],
    ['a: |\n  some\n  text\nb: 1\n', 'a', 'one', 'a: one\nb: 1\n'],
    ['a: &x 5\nb: *x\n', 'b', 6, 'a: &x 5\nb: 6\n'],
    ['a: &x 5\nb: *x\n', 'a', 6, 'a: &x 6\nb: 5\n'],
    ['a: &x { p: 1 }\nb: *x\n', 'b.p', 2, 'a: &x { p: 1 }\nb: { p: 2 }\n'],
    ['a: &x { p: 1 }\nb: *x\n', 'a', 3, 'a: &x 3\nb: { p: 1 }\n'],
    ['a: !!str 5 # c\n', 'a', 6, 'a: 6 # c\n'],
    ['? a\n: b: 1\n', 'a', 3, '? a\n: 3\n'],
    ['1: a\n', '1', 'b', '1: b\n'],
    ['u:\n  p.q: 1\n', 'u.p.q', 2, 'u:\n  p.q: 2\n'],
    ['a: 1', 'b', 2, 'a: 1\nb: 2'],
  ])('%j with %s = %j', (text, path, value, expected) => {
    expect(setInText(text, path, value)).toBe(expected);
  });

  it.each(['__proto__', 'a.__proto__.x', 'constructor.prototype.x', '', 'a.', 'a..b'])(
    'has no path %j',
    (path) => {
      expect(() => setInText('a: { b: 1 }\n', path, 1)).toThrow(RangeError);
      expect(({} as { x?: unknown }).x).toBeUndefined();
    },
  );

  it.each([
    [Number.NaN],
    [Number.POSITIVE_INFINITY],
    [undefined],
    [1n],
    [() => 1],
    [JSON.parse('{ "__proto__": { "x": 1 } }')],
    [JSON.parse('['.repeat(40) + ']'.repeat(40))],
  ])('is not %s', (value) => {
    expect(() => setInText('a: 1\n', 'a', value)).toThrow(/^invalid value: /);
  });

  it('is not set in what is no scenario', () => {
    expect(() => setInText('a: [1\n', 'a', 1)).toThrow(ScenarioError);
    expect(() => setInText('a: 1\na: 2\n', 'a', 1)).toThrow(ScenarioError);
    for (const text of ['', '- 1\n', 'word', '# only this\n'])
      expect(() => setInText(text, 'a', 1)).toThrow('invalid scenario: not a block of keys');
    expect(() => setInText('a: [1]\n', 'a.5', 1)).toThrow('a list of 1 has no position 5');
  });
});

import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeState } from '../../../src/explorer/share/decode-state.ts';
import { encodeState } from '../../../src/explorer/share/encode-state.ts';
import type { LinkProblem, Setting, State } from '../../../src/explorer/share/state.ts';
import { shippedTexts } from '../shipped-texts.ts';

const limits = { scenarios: shippedTexts.map(([name]) => name), lessons: ['eqd2', 'assurance'] };
const decode = (hash: string) => decodeState(hash, limits);
const problemOf = async (hash: string) => ((await decode(hash)) as LinkProblem).problem;
const packed = (bytes: Uint8Array) => `yaml=${Buffer.from(bytes).toString('base64url')}`;

const word = fc.string({ unit: 'grapheme' });
const value = fc.oneof(
  word,
  fc.constantFrom('150', 'true', 'null', '"', '"x"', ' 5 ', '5 x 6 Gy', '[1]', '\\ud800', 'a=b&c#d+%20', ''),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => (x === 0 ? 0 : x)),
  fc.boolean(),
  fc.constant(null),
  fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), fc.oneof(word, fc.integer(), fc.array(fc.integer())), {
    noNullPrototype: true,
  }),
);
const path = fc
  .array(
    fc.oneof(
      fc.stringMatching(/^[A-Za-z0-9-]{1,9}$/).filter((key) => !/^(constructor|prototype)$/.test(key)),
      fc.constantFrom('α/β', '0', 'ü ß', '&', '#'),
    ),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((keys) => keys.join('.'));
const settingShape = {
  scenario: fc.constantFrom(...limits.scenarios),
  changes: fc.array(fc.tuple(path, value), { maxLength: 4 }),
  yaml: fc.oneof(
    word,
    fc.string({ unit: 'grapheme', maxLength: 3000 }),
    fc.constantFrom(...shippedTexts.map(([, text]) => text), '\ufeffa: 1'),
  ),
  lesson: fc.constantFrom(...limits.lessons),
  step: fc.integer({ min: 0, max: 99 }),
};
const setting = fc.record(settingShape, { requiredKeys: ['changes'], noNullPrototype: true });
const state: fc.Arbitrary<State> = fc.record(
  { ...settingShape, pinned: setting },
  { requiredKeys: ['changes'], noNullPrototype: true },
);

describe('a state in a link', () => {
  it('comes back as it was, with or without #', async () => {
    await fc.assert(
      fc.asyncProperty(state, fc.constantFrom('', '#'), async (one, mark) => {
        expect(await decode(mark + (await encodeState(one)))).toEqual(one);
      }),
      { numRuns: 250 },
    );
  });

  it('is readable, and holds only letters that links may', async () => {
    const set = (changes: Setting['changes']) => encodeState({ scenario: 'quick-start', changes });
    expect(await set([['design.perArm', 150]])).toBe('scenario=quick-start&set=design.perArm=150');
    expect(await set([['arms.experimental.schedule', '5 x 7 Gy']])).toBe(
      'scenario=quick-start&set=arms.experimental.schedule=5+x+7+Gy',
    );
    expect(
      await encodeState({ changes: [], lesson: 'eqd2', step: 2, pinned: { changes: [['a', true]] } }),
    ).toBe('lesson=eqd2&step=2&pinned.set=a=true');
    expect(await encodeState({ changes: [] })).toBe('');
    await fc.assert(
      fc.asyncProperty(state, async (one) => {
        expect(await encodeState(one)).toMatch(/^[\w\-.!~*'()%+,/:=@&]*$/);
      }),
      { numRuns: 100 },
    );
  });

  it('packs an edited text to less than two thirds', async () => {
    for (const [, yaml] of shippedTexts.slice(0, 5))
      expect((await encodeState({ changes: [], yaml })).length).toBeLessThan((2 / 3) * yaml.length);
  });

  it.each<[State, string]>([
    [{ changes: [['a', '\ud800']] }, 'half a character'],
    [{ changes: [['a', { b: ['\udc00x'] }]] }, 'half a character'],
    [{ changes: [], yaml: 'a: \ud800' }, 'half a character'],
    [{ changes: [], pinned: { changes: [], yaml: '\ud800' } }, 'half a character'],
    [{ changes: [], yaml: 'a'.repeat(200_001) }, 'too long for a link'],
    [{ changes: [['a', 'b'.repeat(100_001)]] }, 'too long for a link'],
    [{ changes: Array.from({ length: 201 }, () => ['a', 1] as const) }, 'too many changes'],
    [{ changes: [['a=b', 1]] }, 'invalid path: a=b'],
    [{ changes: [['a.__proto__', 1]] }, 'invalid path: a.__proto__'],
    [{ changes: [['a', Number.NaN]] }, 'invalid value'],
  ])('is refused where no link can carry it: %#', async (one, message) => {
    await expect(encodeState(one)).rejects.toThrow(RangeError);
    await expect(encodeState(one)).rejects.toThrow(message);
  });
});

/** A state whose texts are soon unpacked: one in four has any. */
const short = ({ yaml, pinned, ...rest }: State, i: number): State => ({
  ...rest,
  ...(i % 4 === 0 && { yaml: (yaml ?? 'a: 1').slice(0, 100) }),
  ...(i % 2 === 0 && pinned && { pinned: { changes: pinned.changes } }),
});

describe('a broken or hostile link', () => {
  it.each([
    ['scenario=quik-start', 'scenario that is not there: quik-start (did you mean quick-start?)'],
    ['scenario=', 'is not there: (empty)'],
    ['scenario=__proto__', 'is not there: __proto__'],
    ['scenario=quick-start&scenario=sarc032', 'says scenario twice'],
    ['lesson=eqd3', 'lesson that is not there: eqd3 (did you mean eqd2?)'],
    ['lesson=toString', 'is not there: toString.'],
    ['step=-1', 'names no step of a lesson: -1'],
    ['step=1e9', 'names no step'],
    ['scenario=%00%E2%80%AEx%0A', 'is not there: \ufffd\ufffdx\ufffd.'],
    ['sett=a=1', 'unknown key: sett (did you mean set?)'],
    ['__proto__=1', 'not understood'],
    ['pinned=x', 'not understood'],
    ['pinned.pinned.set=a=1', 'not understood'],
    ['pinned.__proto__=1', 'not understood'],
    ['set=a', 'sets a without a value'],
    ['set==1', 'sets what no scenario has: (empty)'],
    ['set=a..b=1', 'sets what no scenario has: a..b'],
    ['set=__proto__.x=1', 'sets what no scenario has: __proto__.x'],
    ['set=truths.x.__proto__.y=1', 'sets what no scenario has'],
    ['set=a.constructor.prototype=1', 'sets what no scenario has'],
    [`set=${'a.'.repeat(40_000)}b=1`, 'sets what no scenario has'],
    ['set=a={"__proto__":{"x":1}}', 'a value that no scenario has'],
    ['set=a=1e999', 'a value that no scenario has'],
    [`set=a=${'['.repeat(40_000)}${']'.repeat(40_000)}`, 'a value that no scenario has'],
    ['set=a="\\ud800"', 'a value that no scenario has'],
    ['set=a=\ud800', 'cannot be read'],
    ['set=a=%', 'cannot be read'],
    ['set=a=%ff', 'cannot be read'],
    ['set=a=%ed%a0%80', 'cannot be read'],
    [Array(201).fill('set=a=1').join('&'), 'sets more than 200 values'],
    ['yaml=', 'scenario in the link cannot be opened: the link is damaged'],
    ['yaml=a', 'scenario in the link cannot be opened: the link is damaged'],
    ['yaml=****', 'scenario in the link cannot be opened: the link is damaged'],
    ['yaml=AAAAAAAA', 'scenario in the link cannot be opened: the link is damaged'],
    [
      packed(deflateRawSync('a: 1\n'.repeat(50)).subarray(0, 8)),
      'scenario in the link cannot be opened: the link is damaged',
    ],
    [
      packed(deflateRawSync(Uint8Array.of(0xff, 0xfe))),
      'scenario in the link cannot be opened: the link is damaged',
    ],
    [
      packed(deflateRawSync(Uint8Array.of(0xed, 0xa0, 0x80))),
      'scenario in the link cannot be opened: the link is damaged',
    ],
    [packed(deflateRawSync('a'.repeat(200_001))), 'more than 200000 characters'],
    ['x'.repeat(100_001), 'too long to be one of this page'],
    ['x'.repeat(100_000), 'not understood'],
    [`scenario=${'x'.repeat(99_000)}`, 'is not there: xxx'],
  ])('is answered in one sentence: %#', async (hash, part) => {
    const start = performance.now();
    const problem = await problemOf(hash);
    expect(performance.now() - start).toBeLessThan(2000);
    expect(problem).toContain(part);
    expect(problem).toMatch(/^The [^\n]*\.$/);
    expect(problem.length).toBeLessThan(250);
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });

  it('that unpacks to very much is given up early', async () => {
    const bomb = packed(deflateRawSync(Buffer.alloc(70_000_000), { level: 9 }));
    expect(bomb.length).toBeLessThan(100_000);
    globalThis.gc?.();
    const before = process.memoryUsage();
    const start = performance.now();
    expect(await problemOf(bomb)).toContain('too long for a link');
    expect(performance.now() - start).toBeLessThan(2000);
    const { heapUsed, external, arrayBuffers } = process.memoryUsage();
    const grown =
      heapUsed + external + arrayBuffers - before.heapUsed - before.external - before.arrayBuffers;
    expect(grown).toBeLessThan(50_000_000);
  });

  it('never throws: 3000 links, each changed in a few places', async () => {
    const seeds = await Promise.all(
      fc.sample(state, { numRuns: 40, seed: 8 }).map((one, i) => encodeState(short(one, i))),
    );
    const letters = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 3 }),
      fc.constantFrom('&', '=', '%', '#', '.', '+', '__proto__', 'set=', 'yaml=', 'pinned.', ''),
    );
    const change = fc.record({ at: fc.nat(), length: fc.nat({ max: 6 }), letters });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...seeds),
        fc.array(change, { minLength: 1, maxLength: 4 }),
        async (seed, changes) => {
          const hash = changes.reduce((text, { at, length, letters }) => {
            const start = at % (text.length + 1);
            return text.slice(0, start) + letters + text.slice(start + length);
          }, seed);
          const got = await decode(hash);
          if ('problem' in got) expect(got.problem).toMatch(/^The [^\n]*\.$/u);
          // A state is the same again; one link in four is enough to tell
          else if (hash.length % 4 === 0) expect(await decode(await encodeState(got))).toEqual(got);
        },
      ),
      { numRuns: 3000 },
    );
  }, 60_000);
});

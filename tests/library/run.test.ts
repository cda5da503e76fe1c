import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type * as Library from '../../src/index.ts';
import { isoeffect } from '../fixtures/command-line.ts';
import { root } from '../fixtures/scenario-text.ts';

// As a user has it: the package finds its threads beside its own files
const library = (await import(join(root, 'dist/src/index.js'))) as typeof Library;
const { readScenario, readShipped, run, ScenarioError } = library;

const bytes = (result: unknown): string => `${JSON.stringify(result, null, 1)}\n`;

/** What the command line writes as `result.json`. */
function written(name: string, ...flags: string[]): string {
  const args = ['run', name, '--no-report', '--replicates-file', 'none', '--out', 'out', ...flags];
  const { status, stderr, cwd } = isoeffect(args);
  expect(status, stderr).toBe(0);
  return readFileSync(join(cwd, 'out/result.json'), 'utf8');
}

/** What a call refuses with. */
async function refusal(call: () => unknown): Promise<Error> {
  try {
    await call();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was refused');
}

describe('run', () => {
  it.each([
    ['quick-start', ['--replicates', '1500', '--worlds', '40'], { replicates: 1500, worlds: 40 }],
    ['five-fraction-ladder', ['--replicates', '10'], { replicates: 10 }],
    ['alpha-beta-precision', ['--replicates', '200'], { replicates: 200 }],
  ])('%s: the bytes of the command line, with threads and without', async (name, flags, options) => {
    const expected = written(name, ...flags);
    const text = readShipped(name);
    expect(bytes(await run(text, { ...options, workers: 2 }))).toBe(expected);
    expect(bytes(await run(text, { ...options, workers: 0 }))).toBe(expected);
    expect(bytes(await run(parse(text), { ...options, workers: 0 }))).toBe(expected);
  });

  it('changes what set, seed, replicates and worlds say, as the command line does', async () => {
    const flags = ['--set', 'design.perArm=60', '--seed', 'mine', '--replicates', '100', '--worlds', '10'];
    const options = { set: { 'design.perArm': 60 }, seed: 'mine', replicates: 100, worlds: 10, workers: 0 };
    expect(bytes(await run(readShipped('quick-start'), options))).toBe(written('quick-start', ...flags));
  });

  it.each([0, 2])('tells how far it is, to the end, with %i threads', async (workers) => {
    const shares: number[] = [];
    const onProgress = (share: number): void => void shares.push(share);
    await run(readShipped('quick-start'), { replicates: 3000, worlds: 60, workers, onProgress });
    expect(shares.length).toBeGreaterThan(4);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBeCloseTo(1, 12);
  });

  it.each([0, 2])('ends with the reason of its signal, with %i threads', async (workers) => {
    const controller = new AbortController();
    const options = { replicates: 1e6, workers, signal: controller.signal };
    const started = run(readShipped('quick-start'), {
      ...options,
      onProgress: () => controller.abort(new Error('enough')),
    });
    expect((await refusal(() => started)).message).toBe('enough');
    expect((await refusal(() => run(readShipped('quick-start'), options))).message).toBe('enough');
  });

  it('ends with the reason of a signal that is aborted at the last piece', async () => {
    const controller = new AbortController();
    const onProgress = (share: number): void => {
      if (share > 1 - 1e-9) controller.abort(new Error('late'));
    };
    const options = { replicates: 10, worlds: 2, workers: 0, onProgress, signal: controller.signal };
    expect((await refusal(() => run(readShipped('quick-start'), options))).message).toBe('late');
  });

  it('does no more work once onProgress has thrown', async () => {
    let told = 0;
    const onProgress = (): void => {
      told++;
      throw new Error('mine');
    };
    const options = { replicates: 20_000, worlds: 60, workers: 2, onProgress };
    expect((await refusal(() => run(readShipped('quick-start'), options))).message).toBe('mine');
    expect(told).toBeLessThan(5);
  });

  it('finds the files that a scenario names', async () => {
    const text = readShipped('late-effects-5x8');
    expect(text).toMatch(/dvh\//);
    expect(readScenario(text.replace(/dvh\/(\S+\.csv)/g, 'dvh\\$1')).scenario).toEqual(
      readScenario(text).scenario,
    );
  });

  it.each([
    [{ workers: -1 }, 'invalid workers: -1 (must be a whole number >= 0)'],
    [{ workers: 1.5 }, 'invalid workers: 1.5 (must be a whole number >= 0)'],
    [{ replicate: 5 }, 'unknown option: replicate (did you mean replicates?)'],
  ])('refuses %j', async (options, message) => {
    const error = await refusal(() => run(readShipped('quick-start'), options as never));
    expect([error.name, error.message]).toEqual(['RangeError', message]);
  });

  it('says under which draws no truth can be', async () => {
    const set = {
      uncertainty: { 'truth.localControl.anchor.rate': { beta: { a: 4, b: 6 } } },
      'truth.localControl.anchor.rate': 0.4,
      truths: {},
    };
    const text = readShipped('quick-start');
    for (const workers of [0, 2]) {
      const error = await refusal(() => run(text, { set, replicates: 10, worlds: 200, workers }));
      expect([error.name, error.message]).toEqual([
        'RangeError',
        expect.stringMatching(/^impossible world .*; narrow the laws with within$/),
      ]);
    }
  });
});

describe('readScenario', () => {
  const problemsOf = async (
    ...args: Parameters<typeof readScenario>
  ): Promise<readonly Library.Problem[]> => {
    const error = await refusal(() => readScenario(...args));
    expect(error).toBeInstanceOf(ScenarioError);
    return (error as Library.ScenarioError).problems;
  };
  const text = readShipped('quick-start');

  it('places the problems of a text in lines and columns, of an object by keys, of an option by its name', async () => {
    const wrong = text.replace('model: logistic', 'model: logistik');
    const line = wrong.split('\n').findIndex((l) => l.includes('logistik')) + 1;
    const [inText] = await problemsOf(wrong, { file: 'mine.yaml' });
    const [inObject] = await problemsOf(parse(wrong));
    const [inOption] = await problemsOf(text, { set: { 'truth.localControl.model': 'logistik' } });
    expect(inText.where).toMatch(new RegExp(`^mine\\.yaml:${line}:\\d+$`));
    expect(inObject.where).toBe('scenario.truth.localControl.model');
    expect(inOption.where).toBe('set truth.localControl.model');
    expect([inObject.message, inOption.message]).toEqual([inText.message, inText.message]);
    expect(await problemsOf(text, { replicates: 0 })).toMatchObject([{ where: 'replicates 0' }]);
  });

  it('leaves the object that it is given as it is', () => {
    const given = parse(text);
    readScenario(given, { set: { 'design.perArm': 7 } });
    expect(given).toEqual(parse(text));
  });

  it('refuses what is no plain data', async () => {
    const round: Record<string, unknown> = {};
    round.self = round;
    expect(await problemsOf(round)).toMatchObject([{ message: 'too many values for one scenario' }]);
    expect((await problemsOf({ title: () => 'x' }))[0].message).toMatch(/^is no plain data/);
    expect((await problemsOf([]))[0].message).toMatch(/^is no scenario/);
  });
});

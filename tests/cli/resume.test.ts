import { existsSync, mkdtempSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { runInline } from '../fixtures/command-inline.ts';
import { root } from '../fixtures/scenario-text.ts';

/** 6 batches of 512 replicates, 2 of worlds, an exact one, patients and assurance. */
const BATCHES = 11;
const numbers = (replicates: number, worlds: number): string[] => [
  ...['--replicates', String(replicates), '--worlds', String(worlds)],
];
const scenario = join(root, 'tests/fixtures/stated-rates-uncertain.yaml');
const command = ['run', scenario, '--no-report', '--set', 'truths={}'];
const base = [...command, ...numbers(3000, 40)];

let folder: string;
const file = (name: string): string => readFileSync(join(folder, name), 'utf8');
const run = (args: readonly string[], stopAfter?: number) => runInline([...args, '--out', folder], stopAfter);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'isoeffect-'));
});

/** The files of an uninterrupted run. */
async function wholeRun(args: readonly string[]): Promise<Record<string, string>> {
  const out = mkdtempSync(join(tmpdir(), 'isoeffect-'));
  await runInline([...args, '--out', out]);
  const names = ['result.json', 'scenario.yaml', 'replicates.csv'];
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(out, name), 'utf8')]));
}

/** Holds the folder to the bytes of an uninterrupted run. */
async function expectAsWhole(args: readonly string[]): Promise<void> {
  for (const [name, text] of Object.entries(await wholeRun(args)))
    expect(file(name) === text, name).toBe(true);
}

describe('run --resume', () => {
  it('starts on an empty folder, continues a cut run, and otherwise returns', async () => {
    const cut = await run([...base, '--resume'], 5);
    expect(cut.error?.message).toMatch(
      /^cut\nkept 5 of 11 batches in .*checkpoint\/batches; go on with: isoeffect run/,
    );
    expect(existsSync(join(folder, 'result.json'))).toBe(false);
    const resumed = await run([...base, '--resume']);
    expect(resumed).toMatchObject({ ran: BATCHES - 5, stderr: 'continuing: 5 of 11 batches are kept\n' });
    await expectAsWhole(base);
    const again = await run([...base, '--resume']);
    expect(again).toMatchObject({
      ran: 0,
      stderr: `${folder} holds the finished run of this scenario already\n`,
    });
  });

  it('says what is torn, how much is kept, and ends with the same bytes', async () => {
    await run(base, 5);
    const batches = join(folder, 'checkpoint/batches');
    truncateSync(batches, statSync(batches).size - 3);
    const resumed = await run([...base, '--resume']);
    expect(resumed.stderr).toMatch(
      /^left out what cannot be read of .*batches: the last [\d,]+ bytes are torn\ncontinuing: 4 of 11 batches are kept\n$/,
    );
    expect(resumed.ran).toBe(BATCHES - 4);
    await expectAsWhole(base);
  });

  it('extends a finished run, running only what is new', async () => {
    await run(base);
    const longer = [...command, ...numbers(5000, 70)];
    const extended = await run([...longer, '--resume']);
    // 5 batches of 512 replicates are as before and 5 more are not; the worlds’ 2 batches are, and 2 more are not
    expect(extended).toMatchObject({ error: undefined, ran: 5 + 2 });
    await expectAsWhole(longer);
  });

  it('extends a run that drew no worlds', async () => {
    const few = [...command, ...numbers(1000, 0)];
    await run(few);
    const some = [...command, ...numbers(1000, 25)];
    expect(await run([...some, '--resume'])).toMatchObject({ error: undefined, ran: 3 });
    await expectAsWhole(some);
  });

  it('goes on with an extension that was cut', async () => {
    await run(base);
    const longer = [...command, ...numbers(5000, 40)];
    await run([...longer, '--resume'], 2);
    expect(await run([...longer, '--resume'])).toMatchObject({ error: undefined, ran: 5 - 2 });
    await expectAsWhole(longer);
  });

  it('runs all again where a finished run kept no batches, and says so', async () => {
    await run([...base, '--no-keep-batches']);
    expect(existsSync(join(folder, 'checkpoint'))).toBe(false);
    const longer = [...command, ...numbers(3100, 40)];
    const extended = await run([...longer, '--resume']);
    expect(extended.stderr).toContain('but not its batches: all are run again');
    expect(extended.ran).toBeGreaterThanOrEqual(BATCHES);
    await expectAsWhole(longer);
  });

  it.each([
    ['another seed', ['--seed', 'x'], 'has the seed "quick-start", not "x"'],
    ['another value', ['--set', 'design.perArm=90'], 'is of another scenario (design.perArm is 100, not 90)'],
  ])('refuses batches of %s, and leaves them', async (_, change, message) => {
    await run(base, 5);
    const before = file('checkpoint/batches');
    const { error, ran } = await run([...base, ...change, '--resume']);
    expect(ran).toBe(0);
    expect(error).toMatchObject({ name: 'UsageError' });
    expect(error!.message).toContain(message);
    expect(error!.message).toMatch(/: give another --out, or leave out --resume to start over$/);
    expect(file('checkpoint/batches')).toBe(before);
  });

  it.each([
    ['another seed', ['--seed', 'x'], 'has the seed "quick-start", not "x"'],
    ['another value', ['--set', 'design.perArm=90'], 'is of another scenario'],
    [
      'more replicates',
      ['--replicates', '2999'],
      'has 3000 replicates and 40 worlds, and this run 2999 and 40',
    ],
    ['more worlds', ['--worlds', '39'], 'a finished run only grows'],
  ])('refuses a finished run with %s', async (_, change, message) => {
    await run([...base, '--no-keep-batches']);
    const before = file('result.json');
    const { error, ran } = await run([...base, ...change, '--resume']);
    expect(ran).toBe(0);
    expect(error).toMatchObject({ name: 'UsageError' });
    expect(error!.message).toContain(message);
    expect(file('result.json')).toBe(before);
  });

  it('refuses a file that it cannot read, and leaves it', async () => {
    await run(base, 5);
    const path = join(folder, 'checkpoint/batches');
    for (const [content, message] of [
      [file('checkpoint/batches').slice(0, 100), 'is torn: its header cannot be read'],
      ['something else', 'is no file of batches that this version can read'],
    ]) {
      writeFileSync(path, content);
      const { error } = await run([...base, '--resume']);
      expect(error).toMatchObject({ name: 'UsageError' });
      expect(error!.message).toMatch(/batches is .*: give another --out, or leave out --resume/);
      expect(error!.message).toContain(message);
      expect(file('checkpoint/batches')).toBe(content);
    }
  });

  it('goes on with fewer replicates where no run is finished', async () => {
    await run(base, 9);
    const fewer = [...command, ...numbers(2000, 40)];
    expect(await run([...fewer, '--resume'])).toMatchObject({ error: undefined });
    await expectAsWhole(fewer);
  });

  it('takes the batches of a run that was started over for what counts, not the older result', async () => {
    await run([...base, '--seed', 'older']);
    await run(base, 5);
    expect(await run([...base, '--resume'])).toMatchObject({ error: undefined, ran: BATCHES - 5 });
    await expectAsWhole(base);
  });

  it('without --resume starts over', async () => {
    await run(base, 5);
    expect(await run(base)).toMatchObject({ error: undefined, ran: BATCHES });
  });
});

import {
  appendFileSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { scanBatchFile } from '../../src/node/batch-file.ts';
import { runInline } from '../fixtures/command-inline.ts';
import { root } from '../fixtures/scenario-text.ts';

/** 6 batches of 512 replicates of each of two truths, 2 of worlds, 2 exact ones, patients and assurance. */
const BATCHES = 18;
const command = ['run', join(root, 'tests/fixtures/stated-rates-uncertain.yaml'), '--no-report'];
const newFolder = (): string => mkdtempSync(join(tmpdir(), 'isoeffect-'));

let whole: string;
/** Three shards, to be copied. */
let three: string;

beforeAll(async () => {
  whole = newFolder();
  await runInline([...command, '--out', whole]);
  three = newFolder();
  await runShards(three, [2, 3, 1], 3);
});

async function runShards(folder: string, indices: readonly number[], count: number): Promise<number> {
  let ran = 0;
  for (const index of indices)
    ran += (await runInline([...command, '--out', folder, '--shard', `${index}/${count}`])).ran;
  return ran;
}

function copyOfThree(): string {
  const folder = newFolder();
  cpSync(three, folder, { recursive: true });
  return folder;
}

function expectAsWhole(folder: string): void {
  for (const name of ['result.json', 'scenario.yaml', 'replicates.csv'])
    expect(readFileSync(join(folder, name), 'utf8') === readFileSync(join(whole, name), 'utf8'), name).toBe(
      true,
    );
}

/** The lines of the error with which a folder cannot be merged, into which nothing is written. */
async function refusal(folder: string): Promise<string[]> {
  const out = join(newFolder(), 'out');
  const { error } = await runInline(['merge', folder, '--out', out, '--no-report']);
  expect(error?.name).toBe('ScenarioError');
  expect(existsSync(out)).toBe(false);
  return error!.message.split('\n').map((line) => line.replaceAll(folder, 'DIR'));
}

describe('shards', () => {
  it.each([
    [1, 1],
    [8, 3],
    [17, 5],
    [19, 7],
  ])('%i of them, in any order, merge to what run writes', async (count, step) => {
    // Steps have no factor in common with the counts
    const order = Array.from({ length: count }, (_, i) => ((i * step) % count) + 1);
    const folder = newFolder();
    expect(await runShards(folder, order, count)).toBe(BATCHES);
    const { stdout, error } = await runInline(['merge', folder, '--no-report']);
    expect(error).toBe(undefined);
    expect(stdout).toContain('Assurance');
    expectAsWhole(folder);
  });

  it('say how to merge, for people and for programs', async () => {
    const folder = newFolder();
    const people = await runInline([...command, '--out', folder, '--shard', '2/3']);
    expect(people.stdout).toMatch(
      /^Shard 2 of 3: 5 of 18 batches, in .*shard-2-of-3\.batches\nOnce all 3 are there: isoeffect merge /,
    );
    const programs = await runInline([...command, '--out', folder, '--shard', '2/3', '--resume', '--json']);
    expect(JSON.parse(programs.stdout)).toMatchObject({
      shard: 2,
      of: 3,
      batches: 5,
      merge: `isoeffect merge ${folder}`,
    });
    expect(programs).toMatchObject({
      ran: 0,
      stderr: expect.stringContaining('holds the finished shard already'),
    });
    expect(readdirSync(folder).sort()).toEqual(['scenario.yaml', 'shard-2-of-3.batches']);
  });

  it('that were cut are resumed, from what they keep', async () => {
    const folder = newFolder();
    const shard = [...command, '--out', folder, '--shard', '2/3'];
    const cut = await runInline(shard, 4);
    expect(cut.error?.message).toMatch(/kept 4 of 5 batches in .*shard-2-of-3\.batches\.part; go on with/);
    expect(await runInline([...shard, '--resume'])).toMatchObject({
      ran: 1,
      stderr: 'continuing: 4 of 5 batches are kept\n',
    });
    const path = join(folder, 'shard-2-of-3.batches');
    truncateSync(path, statSync(path).size - 1);
    expect(await runInline([...shard, '--resume'])).toMatchObject({ error: undefined, ran: 1 });
    expect(scanBatchFile(path).places.size).toBe(5);
  });

  it('are refused on --resume where another run, or another number, lies in the folder', async () => {
    const folder = copyOfThree();
    const seed = [...command, '--out', folder, '--seed', 'x', '--resume'];
    expect((await runInline([...seed, '--shard', '1/3'])).error).toMatchObject({
      name: 'UsageError',
      message: expect.stringContaining('has the seed "quick-start", not "x": give another --out'),
    });
    const more = await runInline([
      ...command,
      '--out',
      folder,
      '--shard',
      '1/3',
      '--replicates',
      '4000',
      '--resume',
    ]);
    expect(more.error?.message).toContain('simulation.replicates is 3000, not 4000');
    expect((await runInline([...command, '--out', folder, '--shard', '1/4'])).error).toMatchObject({
      name: 'UsageError',
      message: expect.stringContaining('is of a run that is divided otherwise than into 4'),
    });
  });
});

describe('merge', () => {
  it('writes into another folder, and says the result to programs', async () => {
    const out = join(newFolder(), 'out');
    const { stdout } = await runInline(['merge', three, '--out', out, '--no-report', '--json']);
    expect(stdout).toBe(readFileSync(join(whole, 'result.json'), 'utf8'));
    expectAsWhole(out);
    expect(readdirSync(three)).not.toContain('result.json');
  });

  it('names a shard that is missing, with the command that runs it', async () => {
    const folder = copyOfThree();
    rmSync(join(folder, 'shard-2-of-3.batches'));
    const [line, ...rest] = await refusal(folder);
    expect(rest).toEqual([]);
    expect(line).toMatch(
      /^DIR\/shard-2-of-3\.batches {2}shard 2 of 3 is missing: 5 batches \(.+; .+; .+; 2 more\); run it: isoeffect run DIR\/scenario\.yaml --shard 2\/3 --out DIR$/,
    );
    expect(line).toMatch(/truth asPlanned world 0 replicates \d+–\d+/);
    // And that command does
    const again = line.split('run it: ')[1].replaceAll('DIR', folder).split(' ').slice(1);
    await runInline(again);
    await runInline(['merge', folder, '--no-report']);
    expectAsWhole(folder);
  });

  it('names a shard that is there twice', async () => {
    const folder = copyOfThree();
    copyFileSync(join(folder, 'shard-2-of-3.batches'), join(folder, 'copy.batches'));
    expect(await refusal(folder)).toEqual([
      expect.stringMatching(
        /^DIR\/shard-2-of-3\.batches {2}shard 2 of 3 is there 2 times \(copy\.batches, shard-2-of-3\.batches\): remove all but one$/,
      ),
    ]);
  });

  it.each([
    ['of another seed', ['--seed', 'x'], 'it has the seed "x", not "quick-start"'],
    [
      'of another scenario',
      ['--set', 'design.perArm=99'],
      'it is of another scenario (design.perArm is 99, not 100)',
    ],
    [
      'with more replicates',
      ['--replicates', '3001'],
      'it is of another scenario (simulation.replicates is 3001, not 3000)',
    ],
  ])('names a shard that is foreign: %s', async (_, change, why) => {
    const folder = copyOfThree();
    const name = join(folder, 'shard-1-of-3.batches');
    await runInline([...command, ...change, '--out', folder, '--shard', '1/3']);
    expect(await refusal(folder)).toEqual([
      `DIR/shard-1-of-3.batches  is foreign: ${why}`,
      expect.stringMatching(/^DIR\/shard-1-of-3\.batches {2}shard 1 of 3 is missing: /),
    ]);
    expect(existsSync(name)).toBe(true);
  });

  it('names a shard of a run that is divided otherwise, and the batches of a whole run', async () => {
    const folder = copyOfThree();
    const other = newFolder();
    await runShards(other, [1], 2);
    copyFileSync(join(other, 'shard-1-of-2.batches'), join(folder, 'shard-1-of-2.batches'));
    copyFileSync(join(whole, 'checkpoint/batches'), join(folder, 'whole.batches'));
    expect(await refusal(folder)).toEqual([
      'DIR/shard-1-of-2.batches  is foreign: it is of a run divided into 2, not 3',
      'DIR/whole.batches  is foreign: it is of a whole run',
    ]);
  });

  it('names a shard of another version', async () => {
    const folder = copyOfThree();
    const path = join(folder, 'shard-1-of-3.batches');
    const { changed } = await withHeader(path, { isoeffect: '0.0.1' });
    writeFileSync(path, changed);
    expect((await refusal(folder))[0]).toMatch(
      /^DIR\/shard-1-of-3\.batches {2}is foreign: it was written by isoeffect 0\.0\.1, and this is /,
    );
  });

  it('names a shard that is torn, with what it lacks', async () => {
    const folder = copyOfThree();
    const path = join(folder, 'shard-3-of-3.batches');
    truncateSync(path, statSync(path).size - 1);
    expect(await refusal(folder)).toEqual([
      expect.stringMatching(
        /^DIR\/shard-3-of-3\.batches {2}is torn \(the last [\d,]+ bytes are torn\): it holds 4 of 5 batches, without 1 batch \(.+\); go on with: isoeffect run DIR\/scenario\.yaml --shard 3\/3 --out DIR --resume$/,
      ),
    ]);
    truncateSync(path, 100);
    expect(await refusal(folder)).toEqual([
      'DIR/shard-3-of-3.batches  is torn: its header cannot be read',
      expect.stringContaining('shard 3 of 3 is missing'),
    ]);
  });

  it('names a shard that is unfinished, and passes over bytes after the last batch of one that is not', async () => {
    const folder = copyOfThree();
    const path = join(folder, 'shard-3-of-3.batches');
    renameSync(path, `${path}.part`);
    expect(await refusal(folder)).toEqual([
      expect.stringMatching(
        /^DIR\/shard-3-of-3\.batches\.part {2}is unfinished: it holds 5 of 5 batches; go on with: /,
      ),
    ]);
    renameSync(`${path}.part`, path);
    appendFileSync(path, 'tail');
    await runInline(['merge', folder, '--no-report']);
    expectAsWhole(folder);
  });

  it('names all that is wrong at once', async () => {
    const folder = copyOfThree();
    rmSync(join(folder, 'shard-1-of-3.batches'));
    renameSync(join(folder, 'shard-2-of-3.batches'), join(folder, 'shard-2-of-3.batches.part'));
    writeFileSync(join(folder, 'notes.batches'), 'my notes');
    const lines = await refusal(folder);
    expect(lines.map((line) => line.split('  ')[0])).toEqual([
      'DIR/notes.batches',
      'DIR/shard-1-of-3.batches',
      'DIR/shard-2-of-3.batches.part',
    ]);
  });

  it.each(['nowhere', '.'])('says where there are no shards: %s', async (place) => {
    const folder = join(newFolder(), place);
    const { error } = await runInline(['merge', folder]);
    expect(error).toMatchObject({ name: 'UsageError', message: expect.stringContaining('holds no shards') });
  });
});

/** A shard's file with parts of its header changed, checksums and all. */
async function withHeader(path: string, change: object): Promise<{ changed: Uint8Array }> {
  const { recordHead } = await import('../../src/node/batch-record.ts');
  const { header } = scanBatchFile(path);
  const bytes = readFileSync(path);
  const rest = bytes.subarray(8 + 28 + new TextEncoder().encode(JSON.stringify(header)).length);
  const text = new TextEncoder().encode(JSON.stringify({ ...header, ...change }));
  return { changed: Buffer.concat([bytes.subarray(0, 8), recordHead('header', text), text, rest]) };
}

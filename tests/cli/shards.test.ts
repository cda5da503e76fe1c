import { readdirSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { scanBatchFile } from '../../src/node/batch-file.ts';
import { runInline } from '../fixtures/command-inline.ts';
import { BATCHES, command, copyOf, differingFiles, newFolder, runShards } from '../fixtures/sharded-run.ts';

let whole: string;
/** Three shards, to be copied. */
let three: string;

beforeAll(async () => {
  [whole, three] = [newFolder(), newFolder()];
  await runInline([...command, '--out', whole]);
  await runShards(three, [2, 3, 1], 3);
});

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
    expect(differingFiles(folder, whole)).toEqual([]);
  });

  it('of a trial with an aim merge to what run writes', async () => {
    const aim = ['run', 'alpha-beta-precision', '--replicates', '200', '--no-report'];
    const [folder, other] = [newFolder(), newFolder()];
    for (const shard of ['2/2', '1/2']) await runInline([...aim, '--out', folder, '--shard', shard]);
    expect((await runInline(['merge', folder, '--no-report'])).error).toBe(undefined);
    await runInline([...aim, '--out', other]);
    for (const name of ['result.json', 'replicates.csv'])
      expect(readFileSync(join(folder, name)).equals(readFileSync(join(other, name))), name).toBe(true);
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
    const folder = copyOf(three);
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

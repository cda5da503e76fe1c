import {
  appendFileSync,
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { scanBatchFile } from '../../src/node/batch-file.ts';
import { recordHead } from '../../src/node/batch-record.ts';
import { runInline } from '../fixtures/command-inline.ts';
import { command, copyOf, differingFiles, newFolder, runShards } from '../fixtures/sharded-run.ts';

let whole: string;
/** Three shards, to be copied. */
let three: string;

beforeAll(async () => {
  [whole, three] = [newFolder(), newFolder()];
  await runInline([...command, '--out', whole]);
  await runShards(three, [2, 3, 1], 3);
});

/** The lines of the error with which a folder cannot be merged, into which nothing is written. */
async function refusal(folder: string): Promise<string[]> {
  const out = join(newFolder(), 'out');
  const { error } = await runInline(['merge', folder, '--out', out, '--no-report']);
  expect(error?.name).toBe('ScenarioError');
  expect(existsSync(out)).toBe(false);
  return error!.message.split('\n').map((line) => line.replaceAll(folder, 'DIR'));
}

describe('merge', () => {
  it('writes into another folder, and says the result to programs', async () => {
    const out = join(newFolder(), 'out');
    const { stdout } = await runInline(['merge', three, '--out', out, '--no-report', '--json']);
    expect(stdout).toBe(readFileSync(join(whole, 'result.json'), 'utf8'));
    expect(differingFiles(out, whole)).toEqual([]);
    expect(readdirSync(three)).not.toContain('result.json');
  });

  it('names a shard that is missing, with the command that runs it', async () => {
    const folder = copyOf(three);
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
    expect(differingFiles(folder, whole)).toEqual([]);
  });

  it('names a shard that is there twice', async () => {
    const folder = copyOf(three);
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
    const folder = copyOf(three);
    const name = join(folder, 'shard-1-of-3.batches');
    await runInline([...command, ...change, '--out', folder, '--shard', '1/3']);
    expect(await refusal(folder)).toEqual([
      `DIR/shard-1-of-3.batches  is foreign: ${why}`,
      expect.stringMatching(/^DIR\/shard-1-of-3\.batches {2}shard 1 of 3 is missing: /),
    ]);
    expect(existsSync(name)).toBe(true);
  });

  it('names a shard of a run that is divided otherwise, and the batches of a whole run', async () => {
    const folder = copyOf(three);
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
    const folder = copyOf(three);
    const path = join(folder, 'shard-1-of-3.batches');
    writeFileSync(path, withHeader(path, { isoeffect: '0.0.1' }));
    expect((await refusal(folder))[0]).toMatch(
      /^DIR\/shard-1-of-3\.batches {2}is foreign: it was written by isoeffect 0\.0\.1, and this is /,
    );
  });

  it('names a shard that is torn, with what it lacks', async () => {
    const folder = copyOf(three);
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
    const folder = copyOf(three);
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
    expect(differingFiles(folder, whole)).toEqual([]);
  });

  it('names many that are missing in few lines', async () => {
    const folder = newFolder();
    await runShards(folder, [2, 60], 1000);
    const lines = await refusal(folder);
    expect(lines).toHaveLength(51);
    expect(lines[0]).toMatch(/^DIR\/shard-1-of-1000\.batches {2}shard 1 of 1000 is missing: 1 batch /);
    expect(lines[49]).toMatch(/shard 51 of 1000 is missing: 0 batches; run it/);
    expect(lines[50]).toBe('DIR  948 more shards of 1000 are missing: 52-59,61-1000');
  });

  it('names all that is wrong at once', async () => {
    const folder = copyOf(three);
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
function withHeader(path: string, change: object): Uint8Array {
  const { header } = scanBatchFile(path);
  const bytes = readFileSync(path);
  const rest = bytes.subarray(8 + 28 + new TextEncoder().encode(JSON.stringify(header)).length);
  const text = new TextEncoder().encode(JSON.stringify({ ...header, ...change }));
  return Buffer.concat([bytes.subarray(0, 8), recordHead('header', text), text, rest]);
}

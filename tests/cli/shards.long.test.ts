import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isoeffect, main, scratch } from '../fixtures/command-line.ts';

const args = ['run', 'quick-start', '--replicates', '6000', '--worlds', '100', '--workers', '1'];

/** Runs a task of an array of jobs. */
const task = (cwd: string, shard: string, environment: Record<string, string>) =>
  spawnSync(process.execPath, [main, ...args, '--out', 'a', '--shard', shard, '--resume'], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  });

/** The files of a folder and those below it, but those that are not a pure function of the scenario, or are of shards. */
const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .filter((name) => name !== 'run.json' && !name.includes('batches'))
    .sort();

describe('shards in processes of their own', () => {
  it('as tasks of arrays, one of them killed and run again, merge to all that run writes', async () => {
    const { cwd } = isoeffect([...args, '--out', 'whole']);
    const folder = join(cwd, 'a');
    // Both at once make the folder and the scenario
    const children = ['1/4', '2/4'].map((shard) =>
      spawn(process.execPath, [main, ...args, '--out', 'a', '--shard', shard], { cwd, stdio: 'ignore' }),
    );
    const [first, second] = children.map((child) => new Promise((resolve) => child.on('exit', resolve)));
    const part = join(folder, 'shard-2-of-4.batches.part');
    while (!existsSync(part) || statSync(part).size < 40_000)
      await new Promise((resolve) => setTimeout(resolve, 5));
    children[1].kill('SIGKILL');
    await second;
    expect(await first).toBe(0);
    const array = { SLURM_ARRAY_TASK_COUNT: '4', SLURM_ARRAY_TASK_MIN: '1', SLURM_ARRAY_TASK_MAX: '4' };
    const early = isoeffect(['merge', 'a'], cwd);
    expect(early.status).toBe(2);
    expect(early.stderr).toContain('a/shard-2-of-4.batches.part  is unfinished');
    expect(early.stderr).toContain('shard 3 of 4 is missing');
    expect(existsSync(join(folder, 'result.json'))).toBe(false);
    expect(task(cwd, 'auto', { ...array, SLURM_ARRAY_TASK_ID: '2' })).toMatchObject({
      status: 0,
      stderr: expect.stringContaining('continuing: '),
    });
    expect(task(cwd, 'auto', { ...array, SLURM_ARRAY_TASK_ID: '3' }).status).toBe(0);
    expect(task(cwd, 'auto/4', { JOB_COMPLETION_INDEX: '3' }).status).toBe(0);
    expect(task(cwd, 'auto', {})).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('no task of an array'),
    });
    expect(isoeffect(['merge', 'a'], cwd).status).toBe(0);
    expect(filesOf(folder)).toEqual(filesOf(join(cwd, 'whole')));
    for (const name of filesOf(folder))
      expect(readFileSync(join(folder, name)).equals(readFileSync(join(cwd, 'whole', name))), name).toBe(
        true,
      );
    expect(existsSync(join(folder, 'figures'))).toBe(true);
  });
});

describe('a run', () => {
  it('goes on after SIGKILL, is extended, and ends with the bytes of a whole one', async () => {
    const cwd = scratch();
    const plain = [...args, '--no-report', '--out', 'a'];
    const child = spawn(process.execPath, [main, ...plain], { cwd, stdio: 'ignore' });
    const batches = join(cwd, 'a/checkpoint/batches');
    while (!existsSync(batches) || statSync(batches).size < 60_000)
      await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill('SIGKILL');
    await new Promise((resolve) => child.on('exit', resolve));
    const longer = ['--replicates', '9000', '--worlds', '150'];
    for (const more of [[], longer]) {
      const resumed = isoeffect([...plain, ...more, '--resume'], cwd);
      expect(resumed).toMatchObject({ status: 0, stderr: expect.stringContaining('continuing: ') });
      const whole = isoeffect([...plain, ...more, '--out', 'whole'], cwd);
      expect(whole.status).toBe(0);
      expect(readFileSync(join(cwd, 'a/result.json'), 'utf8')).toBe(
        readFileSync(join(cwd, 'whole/result.json'), 'utf8'),
      );
    }
    expect(isoeffect([...plain, '--resume'], cwd)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('a finished run only grows'),
    });
  });
});

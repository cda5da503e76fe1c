import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runCommandLine } from '../../src/cli/command-line.ts';
import { mergeScript, type SlurmJob, shardsScript, submitScript } from '../../src/cli/slurm-scripts.ts';

/** A folder whose name a shell would read more into. */
let folder: string;
let said: string[];

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'isoeffect-slurm-')), "one user's $study");
  mkdirSync(folder);
  said = [];
  vi.spyOn(process, 'cwd').mockReturnValue(folder);
  for (const stream of ['log', 'error'] as const)
    vi.spyOn(console, stream).mockImplementation((text) => said.push(text) && undefined);
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
});
afterEach(() => vi.restoreAllMocks());

const init = (...args: string[]): Promise<number> => runCommandLine(['node', 'isoeffect', 'init', ...args]);

describe('init slurm', () => {
  it('writes an array of jobs, a merge and what submits both, once', async () => {
    const out = join(folder, 'jobs');
    expect(
      await init('slurm', '--out', out, '--shards', '12', '--cpus', '2', '--time', '1-12', '--mem', '900M'),
    ).toBe(0);
    expect(readdirSync(out).sort()).toEqual(['merge.sh', 'shards.sh', 'submit.sh']);
    const script = readFileSync(join(out, 'shards.sh'), 'utf8');
    for (const line of [
      '#SBATCH --job-name=quick-start',
      '#SBATCH --array=1-12',
      '#SBATCH --cpus-per-task=2',
      '#SBATCH --mem=900M',
      '#SBATCH --time=1-12',
      '#SBATCH --requeue',
      '#SBATCH --signal=B:USR1@60',
      '#SBATCH --open-mode=append',
      'shards=12',
      'scenario=quick-start',
      'out=out/quick-start',
    ])
      expect(script.split('\n')).toContain(line);
    expect(script).toMatch(/^isoeffect=\(\S+ \/\S+\/dist\/src\/cli\/main\.js\)$/m);
    expect(said.join('\n')).toContain(`Next, where sbatch is: bash '${out.replace("'", "'\\''")}/submit.sh'`);
    expect(said.join('\n')).toContain('12 tasks of 2 CPUs');
    writeFileSync(join(out, 'shards.sh'), 'edited');
    expect(await init('slurm', '--out', out)).toBe(2);
    expect(said.at(-1)).toContain('shards.sh is there already; name another folder with --out');
    expect(readFileSync(join(out, 'shards.sh'), 'utf8')).toBe('edited');
  });

  it.each([
    [['--shards', '0'], 'must be a whole number from 1 to 1000000'],
    [['--shards', '1000001'], 'must be a whole number from 1 to 1000000'],
    [['--time', '2 hours'], 'must be minutes'],
    [['--mem', '4 GB'], 'must be a size as 4G or 500M'],
    [['no-such-scenario'], 'there is no such file'],
    [['quick-start', 'another'], 'too many arguments'],
  ])('refuses %j, and writes nothing', async (args, why) => {
    const out = join(folder, 'jobs');
    expect(await init('slurm', '--out', out, ...args)).toBe(2);
    expect(said.join('\n')).toContain(why);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('names every problem of a scenario before it writes', async () => {
    const scenario = join(folder, 'study.yaml');
    writeFileSync(scenario, 'isoeffect: 1\ntitle: x\nfoo: 1\n');
    expect(await init('slurm', scenario, '--out', join(folder, 'jobs'))).toBe(2);
    expect(said.join('\n')).toContain(`${scenario}:3:1`);
    expect(readdirSync(folder)).toEqual(['study.yaml']);
  });
});

/** A job whose isoeffect is a script in bash. */
const jobOf = (isoeffect: string): SlurmJob => ({
  name: 'a study',
  scenario: 'a study.yaml',
  out: 'out/a study',
  workFolder: folder,
  command: ['/bin/bash', '-c', isoeffect, 'isoeffect'],
  shards: 8,
  cpus: 4,
  time: '10',
  memory: '4G',
});

/** Programs of Slurm that say how they were called; numbers of jobs are 7 and on. */
function fakeSlurm(): string {
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  for (const name of ['scontrol', 'sbatch'])
    writeFileSync(
      join(bin, name),
      `#!/bin/bash\nprintf '%s|' ${name} "$@" >>'${folder.replaceAll("'", "'\\''")}/calls'\necho >>'${folder.replaceAll("'", "'\\''")}/calls'\necho '7;here'\n`,
      { mode: 0o755 },
    );
  return bin;
}

const calls = (): string[] =>
  readdirSync(folder).includes('calls') ? readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n') : [];

const environmentOf = (restarts: number) => ({
  ...process.env,
  PATH: `${fakeSlurm()}:${process.env.PATH}`,
  SLURM_ARRAY_JOB_ID: '40',
  SLURM_ARRAY_TASK_ID: '3',
  SLURM_CPUS_PER_TASK: '4',
  SLURM_JOB_ID: '43',
  SLURM_RESTART_COUNT: String(restarts),
  // Those of the one who submits come along
  cause: 'limit',
  heard: 'yes',
});

/** Runs a task of the array; where it is sent a signal, as soon as its isoeffect says that it is ready. */
async function task(
  isoeffect: string,
  { restarts = 0, signal }: { restarts?: number; signal?: NodeJS.Signals | undefined } = {},
) {
  const script = join(folder, 'shards.sh');
  writeFileSync(script, shardsScript(jobOf(isoeffect)));
  const child = spawn('/bin/bash', [script], { env: environmentOf(restarts) });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data) => {
      output += data;
      if (signal && /ready/.test(String(data))) child.kill(signal);
    });
  const code = await new Promise((resolve) => child.on('close', resolve));
  return { code, output };
}

const REQUEUED = 'scontrol|requeue|40_3|';
/** Ends with 130 at SIGTERM, as isoeffect does. */
const INTERRUPTIBLE = 'trap "exit 130" TERM; echo ready; while :; do sleep 0.02; done';

describe('a task of the array', () => {
  it('runs its shard, from what is kept, with the CPUs that it has', async () => {
    const { code, output } = await task('echo "$PWD"; printf "%s|" "$@"');
    expect(output.split('\n').slice(1)).toEqual([
      folder,
      'run|a study.yaml|--out|out/a study|--shard|auto/8|--resume|--workers|4|--yes|',
    ]);
    expect({ code, calls: calls() }).toEqual({ code: 0, calls: [] });
  });

  it.each([
    ['is wrong', 'exit 2', undefined, 2],
    ['fails', 'exit 1', undefined, 1],
    ['is interrupted by hand', 'exit 130', undefined, 130],
    ['is cancelled', INTERRUPTIBLE, 'SIGTERM', 130],
    ['is done when the time limit comes near', 'trap "" TERM; echo ready; sleep 0.3', 'SIGUSR1', 0],
  ] as const)('that %s is not queued again', async (_, isoeffect, signal, expected) => {
    expect((await task(isoeffect, { signal })).code).toBe(expected);
    expect(calls()).toEqual([]);
  });

  it.each([
    ['was killed', 'kill -KILL $$', undefined, 137],
    ['crashed', 'kill -ABRT $$', undefined, 134],
    ['is near its time limit', INTERRUPTIBLE, 'SIGUSR1', 130],
  ] as const)('that %s is queued again, by itself', async (_, isoeffect, signal, expected) => {
    expect((await task(isoeffect, { signal })).code).toBe(expected);
    expect(calls()).toEqual([REQUEUED]);
  });

  it('is queued again three times, and more often only as long as it keeps more', async () => {
    const stuck = await task('kill -KILL $$', { restarts: 3 });
    expect(stuck).toMatchObject({ code: 137, output: expect.stringContaining('that is enough') });
    expect(calls()).toEqual([]);
  });

  it('is queued again after many times where it has kept more', async () => {
    mkdirSync(join(folder, 'out/a study'), { recursive: true });
    const longer = 'echo a batch >>"out/a study/shard-3-of-8.batches.part"; kill -KILL $$';
    expect((await task(longer, { restarts: 20 })).code).toBe(137);
    expect(calls()).toEqual([REQUEUED]);
  });
});

describe('the other scripts', () => {
  const bash = (name: string, text: string, ...args: string[]) => {
    const script = join(folder, name);
    writeFileSync(script, text);
    return spawnSync('/bin/bash', [script, ...args], { encoding: 'utf8', env: environmentOf(0) });
  };

  it('merge, and say how to run in the cluster what is missing', () => {
    const { status, stdout, stderr } = bash('merge.sh', mergeScript(jobOf('printf "%s|" "$@"; exit 2')));
    expect(status).toBe(2);
    expect(stdout.split('\n')[1]).toBe('merge|out/a study|');
    expect(stderr).toContain('submit.sh --array=3,5');
  });

  it('submit the array with the options given, and the merge after it', () => {
    const { status, stdout } = bash('submit.sh', submitScript(), '--array=3,5', '--comment=a b');
    expect(status).toBe(0);
    expect(stdout).toContain(`Submitted the array 7, then merge 7. Logs: ${folder}`);
    expect(calls()).toEqual([
      'sbatch|--parsable|--array=3,5|--comment=a b|shards.sh|',
      'sbatch|--parsable|--dependency=afterany:7|merge.sh|',
    ]);
  });
});

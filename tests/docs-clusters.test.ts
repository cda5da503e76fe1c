import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { initCommand } from '../src/cli/commands/init.ts';
import { mergeCommand } from '../src/cli/commands/merge.ts';
import { runCommand } from '../src/cli/commands/run.ts';
import type { RunOptions } from '../src/cli/run-options.ts';
import { runInline } from './fixtures/command-inline.ts';
import { root } from './fixtures/scenario-text.ts';
import { command, differingFiles, newFolder } from './fixtures/sharded-run.ts';

const guide = readFileSync(join(root, 'docs/guide/clusters.md'), 'utf8');
const blocksOf = (language: string): string[] =>
  [...guide.matchAll(/```(\w+)\n([\s\S]*?)```/g)].filter(([, l]) => l === language).map(([, , text]) => text);
/** Command lines of blocks, wherever a script has them. */
const commandsOf = (language: string): string[] =>
  blocksOf(language).flatMap((text) =>
    [...text.matchAll(/\bisoeffect (?:run|merge|init) [^\n]*?(?="?\n)/g)].map(([line]) => line),
  );
/** Those of scripts with values in place of their variables. */
const commands = ['sh', 'groovy'].flatMap(commandsOf).map((line) => line.replaceAll(/\$\{[^}]*\}/g, '3'));

/** What a command line asks for; throws where an option is unknown or wrong. */
async function optionsOf(words: readonly string[]): Promise<RunOptions> {
  const program = new Command().exitOverride();
  let asked: RunOptions | undefined;
  runCommand(program);
  mergeCommand(program);
  initCommand(program);
  for (const command of [...program.commands, ...program.commands.flatMap((one) => one.commands)])
    command.exitOverride().action((_: string, options: RunOptions) => {
      asked = options;
    });
  await program.parseAsync([...words], { from: 'user' });
  return asked!;
}

/** Makes this a pod of that index. */
const asPod = (index: number) => vi.stubEnv('JOB_COMPLETION_INDEX', `${index}`);

/** The run of the guide's words with a scenario and a folder of shards that there are. */
const inPlace = (words: readonly string[], folder: string): string[] =>
  words.map((word) => (word === 'study.yaml' ? command[1] : word === 'shards' ? folder : word));

let whole: string;

beforeAll(async () => {
  whole = newFolder();
  await runInline([...command, '--out', whole]);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

describe('the guide to clusters', () => {
  it('has commands, each of which the command line knows', async () => {
    expect(commands.length).toBeGreaterThanOrEqual(10);
    for (const line of commands) await optionsOf(line.split(' ').slice(1));
    expect(commands).toContainEqual(expect.stringMatching(/^isoeffect init slurm /));
  });

  it('has a Kubernetes job whose containers run all shards of the run', async () => {
    const job = parse(blocksOf('yaml')[0]);
    expect(job).toMatchObject({ apiVersion: 'batch/v1', kind: 'Job', spec: { completionMode: 'Indexed' } });
    const { containers, volumes, restartPolicy } = job.spec.template.spec;
    expect(restartPolicy).toBe('OnFailure');
    expect(containers[0].volumeMounts[0].name).toBe(volumes[0].name);
    expect(containers[0].volumeMounts[0].mountPath).toBe(containers[0].workingDir);
    const [npx, isoeffect, ...words] = containers[0].command;
    expect([npx, isoeffect]).toEqual(['npx', 'isoeffect']);
    asPod(7);
    expect(await optionsOf(words)).toMatchObject({
      shard: { index: 8, count: job.spec.completions },
      resume: true,
      workers: Number(containers[0].resources.requests.cpu),
    });
    const folder = newFolder();
    for (let index = 0; index < job.spec.completions; index++) {
      asPod(index);
      expect((await runInline(inPlace(words, folder))).error).toBe(undefined);
    }
    expect((await runInline(['merge', folder, '--no-report'])).error).toBe(undefined);
    expect(differingFiles(folder, whole)).toEqual([]);
  });

  it('has a Nextflow pipeline whose processes run all shards of the run, and merge what they are given', async () => {
    const [pipeline] = blocksOf('groovy');
    const shards = Number(/params\.shards = (\d+)/.exec(pipeline)![1]);
    const [run, merge] = commandsOf('groovy');
    const [given, out] = [newFolder(), join(newFolder(), 'study')];
    const staged = join(given, 'shards');
    mkdirSync(staged);
    for (let i = 1; i <= shards; i++) {
      const work = newFolder();
      const values: Record<string, string> = {
        scenario: 'study.yaml',
        i: `${i}`,
        'params.shards': `${shards}`,
        'task.cpus': '4',
      };
      const words = run.replaceAll(/\$\{([^}]*)\}/g, (_, name) => values[name]).split(' ');
      await runInline(inPlace(words.slice(1), work));
      // A process is given the files of others as links
      for (const name of readdirSync(work).filter((file) => file.endsWith('.batches')))
        symlinkSync(join(work, name), join(staged, name));
    }
    const words = merge.split(' ').slice(1);
    expect(words.at(-1)).toBe('study');
    const { error } = await runInline([...inPlace(words.slice(0, -1), staged), out, '--no-report']);
    expect(error).toBe(undefined);
    expect(differingFiles(out, whole)).toEqual([]);
  });
});

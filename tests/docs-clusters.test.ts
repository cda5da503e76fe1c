import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { mergeCommand } from '../src/cli/commands/merge.ts';
import { runCommand } from '../src/cli/commands/run.ts';
import type { RunOptions } from '../src/cli/run-options.ts';
import { root } from './fixtures/scenario-text.ts';

const guide = readFileSync(join(root, 'docs/guide/clusters.md'), 'utf8');
const blocksOf = (language: string): string[] =>
  [...guide.matchAll(/```(\w+)\n([\s\S]*?)```/g)].filter(([, l]) => l === language).map(([, , text]) => text);
/** Command lines, wherever a script has them, with values in place of its variables. */
const commands = ['sh', 'bash', 'groovy']
  .flatMap(blocksOf)
  .flatMap((text) => [...text.matchAll(/\bisoeffect (?:run|merge) [^\n]*?(?="?\n)/g)].map(([line]) => line))
  .map((line) => line.replaceAll(/"?\$(\{[^}]*\}|\w+)"?/g, '3'));

/** What a command line asks for; throws where an option is unknown or wrong. */
async function optionsOf(words: readonly string[]): Promise<RunOptions> {
  const program = new Command().exitOverride();
  let asked: RunOptions | undefined;
  runCommand(program);
  mergeCommand(program);
  for (const command of program.commands)
    command.exitOverride().action((_: string, options: RunOptions) => {
      asked = options;
    });
  await program.parseAsync([...words], { from: 'user' });
  return asked!;
}

describe('the guide to clusters', () => {
  it('has commands, each of which the command line knows', async () => {
    expect(commands.length).toBeGreaterThanOrEqual(10);
    vi.stubEnv('SLURM_ARRAY_TASK_ID', '3');
    try {
      for (const line of commands) await optionsOf(line.split(' ').slice(1));
    } finally {
      vi.unstubAllEnvs();
    }
  });

  it('has a Kubernetes job whose container runs its shard', async () => {
    const job = parse(blocksOf('yaml')[0]);
    expect(job.spec).toMatchObject({ completionMode: 'Indexed', completions: 8 });
    const [container] = job.spec.template.spec.containers;
    vi.stubEnv('JOB_COMPLETION_INDEX', '7');
    try {
      const options = await optionsOf(container.command.slice(2));
      expect(options).toMatchObject({ shard: { index: 8, count: 8 }, resume: true, workers: 4 });
    } finally {
      vi.unstubAllEnvs();
    }
  });
});

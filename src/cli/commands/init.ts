import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { shippedFolder, shippedNames } from '../../node/shipped-files.ts';
import { systemReason } from '../../node/system-reason.ts';
import { unknownWord } from '../../numeric/closest-word.ts';
import { UsageError } from '../explain.ts';
import type { SlurmOptions } from '../init-slurm.ts';
import { wholeNumber } from '../options.ts';
import { quoteArgument } from '../quote-argument.ts';
import { numberOfShards, slurmMemory, slurmTime } from '../slurm-options.ts';

const DEFAULT_TEMPLATE = 'quick-start';

export function initCommand(program: Command): void {
  const init = program
    .command('init')
    .description('start a scenario: copies a shipped one into this folder; or write job scripts: init slurm')
    .enablePositionalOptions()
    .argument('[template]', 'name of a shipped scenario', DEFAULT_TEMPLATE)
    .option('--out <file>', 'file to write; <template>.yaml unless given')
    .action((template: string, options: { out?: string }) => {
      const names = shippedNames();
      if (!names.includes(template)) throw new UsageError(unknownWord('template', template, names));
      const target = options.out ?? `${template}.yaml`;
      if (existsSync(target))
        throw new UsageError(`${target} is there already; name another file with --out`);
      try {
        writeFileSync(target, readFileSync(join(shippedFolder(), `${template}.yaml`)), { flag: 'wx' });
      } catch (error) {
        throw new UsageError(`${target}: cannot be written (${systemReason(error)})`);
      }
      console.log(`Wrote ${target}. Next: isoeffect run ${quoteArgument(target)}`);
    });
  initSlurmCommand(init);
}

function initSlurmCommand(init: Command): void {
  init
    .command('slurm')
    .description('write scripts that run a scenario as an array of Slurm jobs and merge its shards')
    .argument('[scenario]', 'scenario file, or the name of a shipped one', DEFAULT_TEMPLATE)
    .option('--shards <n>', 'parts that the run is divided into, each a task of the array', numberOfShards, 8)
    .option('--cpus <n>', 'CPUs of each task, each with a thread', wholeNumber(1), 4)
    .option(
      '--time <limit>',
      'of each job; a task that it cuts is queued again, and goes on',
      slurmTime,
      '04:00:00',
    )
    .option('--mem <size>', 'memory of each job', slurmMemory, '4G')
    .option('--out <dir>', 'folder of the scripts; <scenario name>-slurm unless given')
    .action(async (given: string, options: SlurmOptions) => {
      const { initSlurm } = await import('../init-slurm.ts');
      initSlurm(given, options);
    });
}

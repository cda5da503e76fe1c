import type { Command } from 'commander';
import type { SlurmOptions } from '../init-slurm.ts';
import { numberOfWorkers } from '../options.ts';
import { numberOfShards, slurmMemory, slurmTime } from '../slurm-options.ts';

const DEFAULT_TEMPLATE = 'quick-start';

export function initCommand(program: Command): void {
  const init = program
    .command('init')
    .description(
      'start a scenario: copies a shipped one into this folder, with a schema for editors; or write job scripts: init slurm',
    )
    .enablePositionalOptions()
    .argument('[template]', 'name of a shipped scenario', DEFAULT_TEMPLATE)
    .option('--out <file>', 'file to write; <template>.yaml unless given')
    .action(async (template: string, options: { out?: string }) => {
      const { initScenario } = await import('../init-scenario.ts');
      initScenario(template, options.out ?? `${template}.yaml`);
    });
  initSlurmCommand(init);
}

function initSlurmCommand(init: Command): void {
  init
    .command('slurm')
    .description('write scripts that run a scenario as an array of Slurm jobs and merge its shards')
    .argument('[scenario]', 'scenario file, or the name of a shipped one', DEFAULT_TEMPLATE)
    .option('--shards <n>', 'parts that the run is divided into, each a task of the array', numberOfShards, 8)
    .option('--cpus <n>', 'CPUs of each task, each with a thread', numberOfWorkers, 4)
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

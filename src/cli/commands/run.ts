import type { Command } from 'commander';
import { formatOption } from '../format-option.ts';
import { collect, numberOfWorkers, positiveNumber, wholeNumber } from '../options.ts';
import { replicatesFileOption } from '../replicates-file-option.ts';
import type { RunOptions } from '../run-options.ts';
import { parseShard } from '../shard-option.ts';

export function runCommand(program: Command): void {
  program
    .command('run')
    .description('simulate a scenario and write its result and report')
    .argument('<scenario>', 'scenario file, or the name of a shipped one')
    .option('--out <dir>', 'folder of the results; out/<scenario name> unless given')
    .option('--seed <text>', 'seed instead of the scenario’s')
    .option('--replicates <n>', 'trials simulated under each truth', wholeNumber(1))
    .option('--worlds <n>', 'draws of the uncertainty', wholeNumber(0))
    .option('--workers <n>', 'threads; one a core unless given', numberOfWorkers)
    .option(
      '--patience <minutes>',
      'stop a thread and try again when one trial or world takes longer; 30 unless given',
      positiveNumber,
    )
    .option('--set <path=value>', 'change a value of the scenario; may be repeated', collect, [])
    .option('--resume', 'continue a cut run, extend a finished one, or do nothing if it is all there')
    .option('--keep-batches', 'keep what a longer run can go on from, even above 100 MB')
    .option('--no-keep-batches', 'keep nothing of a finished run but its results')
    .option(
      '--shard <i/n>',
      'run the i-th of n parts, for merge; auto or auto/n in an array of jobs',
      (text) => parseShard(text),
    )
    .addOption(replicatesFileOption())
    .addOption(formatOption())
    .option('--no-report', 'leave out the report and figures/')
    .option('--yes', 'run even if it takes over an hour or 4 GB')
    .option('--json', 'print result.json on stdout')
    .action(async (given: string, options: RunOptions) => {
      const { shard } = options;
      const { defaultWorkers, openBatchThreads } = await import('../../node/thread-pool.ts');
      const workers = options.workers ?? defaultWorkers();
      // They load their code while this one reads the scenario
      const threads = openBatchThreads(
        workers,
        options.patience === undefined ? {} : { patienceMinutes: options.patience },
      );
      try {
        if (shard) {
          const { runShard } = await import('../run-shard.ts');
          await runShard(given, { ...options, shard }, threads, workers);
        } else {
          const { runAndWrite } = await import('../run-and-write.ts');
          await runAndWrite(given, options, threads, workers);
        }
      } finally {
        await threads.close();
      }
    });
}

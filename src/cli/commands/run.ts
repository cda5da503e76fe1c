import { type Command, Option } from 'commander';
import { formatOption } from '../format-option.ts';
import { collect, wholeNumber } from '../options.ts';
import type { RunOptions } from '../run-options.ts';

export function runCommand(program: Command): void {
  program
    .command('run')
    .description('simulate a scenario and write its result and report')
    .argument('<scenario>', 'scenario file, or the name of a shipped one')
    .option('--out <dir>', 'folder of the results; out/<scenario name> unless given')
    .option('--seed <text>', 'seed instead of the scenario’s')
    .option('--replicates <n>', 'trials simulated under each truth', wholeNumber(1))
    .option('--worlds <n>', 'draws of the uncertainty', wholeNumber(0))
    .option('--workers <n>', 'threads; one a core unless given', wholeNumber(1))
    .option('--set <path=value>', 'change a value of the scenario; may be repeated', collect, [])
    .option('--resume', 'continue a cut run, or do nothing if it is finished')
    .addOption(
      new Option(
        '--replicates-file <kind>',
        'one row a simulated trial; csv up to 100,000 rows unless given',
      ).choices(['csv', 'parquet', 'none']),
    )
    .addOption(formatOption())
    .option('--no-report', 'leave out the report and figures/')
    .option('--yes', 'run even if it takes over an hour or 4 GB')
    .option('--json', 'print result.json on stdout')
    .action(async (given: string, options: RunOptions) => {
      const { defaultWorkers, openBatchThreads } = await import('../../node/thread-pool.ts');
      const workers = options.workers ?? defaultWorkers();
      // They load their code while this one reads the scenario
      const threads = openBatchThreads(workers);
      try {
        const { runAndWrite } = await import('../run-and-write.ts');
        await runAndWrite(given, options, threads, workers);
      } finally {
        await threads.close();
      }
    });
}

import type { Command } from 'commander';
import { formatOption } from '../format-option.ts';
import { collect, numberOfWorkers, wholeNumber } from '../options.ts';
import type { SweepOptions } from '../sweep-options.ts';

export function sweepCommand(program: Command): void {
  program
    .command('sweep')
    .description('run a scenario over a grid or a list of values, and find where its answer turns')
    .argument('<scenario>', 'scenario file, or the name of a shipped one')
    .option(
      '--vary <path=values>',
      'values with commas between, or a range: 1..10/9, 1..16/4 log; repeated for a grid',
      collect,
      [],
    )
    .option('--list <file>', 'table of cells (CSV) instead: a header of paths, then a row a cell')
    .option('--set <path=value>', 'change a value in every cell; may be repeated', collect, [])
    .option('--seed <text>', 'seed instead of the scenario’s; all cells share it')
    .option('--replicates <n>', 'trials simulated in each cell under each truth', wholeNumber(1))
    .option('--worlds <n>', 'draws of the uncertainty in each cell', wholeNumber(0))
    .option('--workers <n>', 'threads; one a core unless given', numberOfWorkers)
    .option('--truths', 'run the scenario’s other truths too')
    .option(
      '--tip <quantity=value>',
      'where to look for a crossing; power=0.8 unless given; may be repeated',
      collect,
      [],
    )
    .option('--out <dir>', 'folder of the results; out/sweep-<scenario name> unless given')
    .addOption(formatOption())
    .option('--no-report', 'leave out the report and figures/')
    .option('--yes', 'run even if it takes over an hour or has over 10,000 cells')
    .option('--json', 'print sweep.json on stdout')
    .action(async (given: string, options: SweepOptions) => {
      const { sweepAndWrite } = await import('../sweep-and-write.ts');
      await sweepAndWrite(given, options);
    });
}

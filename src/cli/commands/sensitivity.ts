import type { Command } from 'commander';
import { formatOption } from '../format-option.ts';
import { collect, nonNegativeNumber, numberOfWorkers, openShare, wholeNumber } from '../options.ts';
import type { SensitivityCommandOptions } from '../sensitivity-and-write.ts';

export function sensitivityCommand(program: Command): void {
  program
    .command('sensitivity')
    .description(
      'what matters for the probability of success: tornado, variance-based indices, worth of knowing',
    )
    .argument('<scenario>', 'scenario file, or the name of a shipped one')
    .option('--points <n>', 'points of each of two samples: a power of two', wholeNumber(1), 2048)
    .option('--set <path=value>', 'change a value of the scenario; may be repeated', collect, [])
    .option('--seed <text>', 'seed instead of the scenario’s')
    .option('--workers <n>', 'threads; one a core unless given', numberOfWorkers)
    .option('--grouped', 'take each block of joint draws as one input')
    .option('--level <share>', 'level of the intervals', openShare, 0.95)
    .option(
      '--cost <share>',
      'cost of running, as a share of the value of a correct success',
      nonNegativeNumber,
      0.2,
    )
    .option('--loss <share>', 'loss by a false success, as a share of the same', nonNegativeNumber, 1)
    .option('--out <dir>', 'folder of the results; out/sensitivity-<name> unless given')
    .addOption(formatOption())
    .option('--no-report', 'leave out the report and figures/')
    .option('--yes', 'go on even if it takes over an hour')
    .option('--json', 'print sensitivity.json on stdout')
    .action(async (given: string, options: SensitivityCommandOptions) => {
      const { sensitivityAndWrite } = await import('../sensitivity-and-write.ts');
      await sensitivityAndWrite(given, options);
    });
}

import type { Command } from 'commander';
import { collect } from '../options.ts';
import type { ValidateOptions } from '../validate-and-print.ts';

export function validateCommand(program: Command): void {
  program
    .command('validate')
    .description('check a scenario: every problem at once, with line and column')
    .argument('<scenario>', 'scenario file, or the name of a shipped one')
    .option('--set <path=value>', 'change a value; may be repeated', collect, [])
    .option('--json', 'one JSON document on stdout')
    .action(async (given: string, options: ValidateOptions) => {
      const { validateAndPrint } = await import('../validate-and-print.ts');
      validateAndPrint(given, options);
    });
}

import type { Command } from 'commander';
import type { VerifyOptions } from '../verify-and-print.ts';

export function verifyCommand(program: Command): void {
  program
    .command('verify')
    .description('compute again what is known from elsewhere: reference values, tables, real trials')
    .option('--suite <name>', 'one suite alone; isoeffect list suites names them')
    .option('--json', 'one JSON document on stdout')
    .action(async (options: VerifyOptions) => {
      const { verifyAndPrint } = await import('../verify-and-print.ts');
      verifyAndPrint(options);
    });
}

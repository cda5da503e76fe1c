import type { Command } from 'commander';
import { loadPart } from '../load-part.ts';
import type { VerifyOptions } from '../verify-and-print.ts';

export function verifyCommand(program: Command): void {
  program
    .command('verify')
    .description('compute again what is known from elsewhere: reference values, tables, real trials')
    .option('--suite <name>', 'one suite alone; isoeffect list suites names them')
    .option('--json', 'one JSON document on stdout')
    .action(async (options: VerifyOptions) => {
      const { verifyAndPrint } = await loadPart<typeof import('../verify-and-print.ts')>('verify-and-print');
      verifyAndPrint(options);
    });
}

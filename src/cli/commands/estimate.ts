import type { Command } from 'commander';
import type { EstimateOptions } from '../estimate-and-write.ts';
import { formatOption } from '../format-option.ts';

export function estimateCommand(program: Command): void {
  program
    .command('estimate')
    .description('α/β from the effects that a trial published, and how far to trust it')
    .argument('<effects>', 'effects file, or the name of a shipped one')
    .option('--out <dir>', 'folder of the answer; out/estimate-<name> unless given')
    .addOption(formatOption())
    .option('--no-report', 'leave out the report and figures/')
    .option('--json', 'print estimate.json on stdout')
    .action(async (given: string, options: EstimateOptions) => {
      const { estimateAndWrite } = await import('../estimate-and-write.ts');
      await estimateAndWrite(given, options);
    });
}

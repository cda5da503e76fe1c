import type { Command } from 'commander';
import { formatOption } from '../format-option.ts';
import { replicatesFileOption } from '../replicates-file-option.ts';
import type { MergeOptions } from '../run-options.ts';

export function mergeCommand(program: Command): void {
  program
    .command('merge')
    .description('put the shards of a run together and write its result and report')
    .argument('<dir>', 'folder that holds all shards')
    .option('--out <dir>', 'folder of the results; that of the shards unless given')
    .addOption(replicatesFileOption())
    .addOption(formatOption())
    .option('--no-report', 'leave out the report and figures/')
    .option('--json', 'print result.json on stdout')
    .action(async (folder: string, options: MergeOptions) => {
      const { mergeAndWrite } = await import('../merge-and-write.ts');
      await mergeAndWrite(folder, options);
    });
}

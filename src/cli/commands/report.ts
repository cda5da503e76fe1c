import type { Command } from 'commander';
import type { ReportFormat } from '../../node/report-format.ts';
import { formatOption } from '../format-option.ts';

export function reportCommand(program: Command): void {
  program
    .command('report')
    .description('render the report of a result again, or of several side by side')
    .argument('<result.json...>', 'result of a run, or several')
    .option('--out <dir>', 'folder of the report; beside the result, or out/side-by-side, unless given')
    .addOption(formatOption())
    .action(async (paths: string[], options: { out?: string; format: readonly ReportFormat[] }) => {
      const { reportAndWrite } = await import('../report-and-write.ts');
      await reportAndWrite(paths, options);
    });
}

import type { Command } from 'commander';
import { loadPart } from '../load-part.ts';

export function reportCommand(program: Command): void {
  program
    .command('report')
    .description('render the report of a result again')
    .argument('<result.json>', 'result of a run')
    .option('--out <dir>', 'folder of the report; beside the result unless given')
    .action(async (path: string, options: { out?: string }) => {
      const { reportAndWrite } = await loadPart<typeof import('../report-and-write.ts')>('report-and-write');
      await reportAndWrite(path, options);
    });
}

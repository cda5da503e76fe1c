import type { Command } from 'commander';

export function reportCommand(program: Command): void {
  program
    .command('report')
    .description('render the report of a result again')
    .argument('<result.json>', 'result of a run')
    .option('--out <dir>', 'folder of the report; beside the result unless given')
    .action(async (path: string, options: { out?: string }) => {
      const { reportAndWrite } = await import('../report-and-write.ts');
      await reportAndWrite(path, options);
    });
}

import type { Command } from 'commander';

export function reportCommand(program: Command): void {
  program
    .command('report')
    .description('render the report of a result again, or of several side by side')
    .argument('<result.json...>', 'result of a run, or several')
    .option('--out <dir>', 'folder of the report; beside the result, or out/side-by-side, unless given')
    .action(async (paths: string[], options: { out?: string }) => {
      const { reportAndWrite } = await import('../report-and-write.ts');
      await reportAndWrite(paths, options);
    });
}

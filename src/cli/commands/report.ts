import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Command } from 'commander';
import { UsageError } from '../explain.ts';

export function reportCommand(program: Command): void {
  program
    .command('report')
    .description('render the report of a result again')
    .argument('<result.json>', 'result of a run')
    .option('--out <dir>', 'folder of the report; beside the result unless given')
    .action(async (path: string, options: { out?: string }) => {
      const { readResult } = await import('../../engine/read-result.ts');
      const { writeReport } = await import('../../node/write-report.ts');
      const { prepareFolder } = await import('../../node/output-folder.ts');
      const folder = options.out ?? dirname(path);
      let text: string;
      try {
        text = readFileSync(path, 'utf8');
      } catch (error) {
        throw new UsageError(`${path}: cannot be read (${(error as NodeJS.ErrnoException).code ?? error})`);
      }
      const result = readResult(text, path);
      prepareFolder(folder);
      await writeReport(folder, result);
      console.log(`Report: ${folder}/report.html`);
    });
}

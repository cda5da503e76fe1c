import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { unknownWord } from '../../numeric/closest-word.ts';
import { UsageError } from '../explain.ts';
import { shippedFolder, shippedNames } from '../scenario-files.ts';

const DEFAULT_TEMPLATE = 'quick-start';

export function initCommand(program: Command): void {
  program
    .command('init')
    .description('start a scenario: copies a shipped one into this folder')
    .argument('[template]', 'name of a shipped scenario', DEFAULT_TEMPLATE)
    .option('--out <file>', 'file to write; <template>.yaml unless given')
    .action((template: string, options: { out?: string }) => {
      const names = shippedNames();
      if (!names.includes(template)) throw new UsageError(unknownWord('template', template, names));
      const target = options.out ?? `${template}.yaml`;
      if (existsSync(target))
        throw new UsageError(`${target} is there already; name another file with --out`);
      try {
        writeFileSync(target, readFileSync(join(shippedFolder(), `${template}.yaml`)), { flag: 'wx' });
      } catch (error) {
        throw new UsageError(
          `${target}: cannot be written (${(error as NodeJS.ErrnoException).code ?? error})`,
        );
      }
      console.log(`Wrote ${target}. Next: isoeffect run ${target}`);
    });
}

import { type Command, Option } from 'commander';
import type { ExploreOptions } from '../explore-and-serve.ts';
import { portNumber } from '../options.ts';

export function exploreCommand(program: Command): void {
  program
    .command('explore')
    .description('the same engine in a page of the browser, served to this machine alone')
    .argument('[scenario]', 'scenario to begin with: a file, or the name of a shipped one')
    .option('--port <n>', 'port to serve at; 0 takes one that is free', portNumber, 0)
    .option('--open', 'open the page in the browser')
    .option('--json', 'print the address as JSON on stdout')
    .addOption(
      new Option('--out <dir>', 'write the page into a folder for a web host, and serve nothing').conflicts([
        'port',
        'open',
        'json',
      ]),
    )
    .action(async (given: string | undefined, { out, ...options }: ExploreOptions & { out?: string }) => {
      if (out !== undefined) {
        const { writeExplorer } = await import('../write-explorer.ts');
        writeExplorer(out, given);
        return;
      }
      const { exploreAndServe } = await import('../explore-and-serve.ts');
      await exploreAndServe(given, options);
    });
}

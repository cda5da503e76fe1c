import { type Command, InvalidArgumentError } from 'commander';
import type { ExampleOptions } from '../example-and-write.ts';
import { collect, wholeNumber } from '../options.ts';

/** Parses a number of a replicate, or the kind to look for. */
function replicate(text: string): ExampleOptions['replicate'] {
  if (text === 'success' || text === 'failure' || text === 'stopped') return text;
  if (/^\d+$/.test(text)) return wholeNumber(0)(text);
  throw new InvalidArgumentError('must be a whole number >= 0, success, failure or stopped.');
}

export function exampleCommand(program: Command): void {
  program
    .command('example')
    .description('tell and draw one simulated trial of a scenario')
    .argument('<scenario>', 'scenario file, or the name of a shipped one')
    .option('--truth <name>', 'truth under which it is simulated', 'asPlanned')
    .option('--world <n>', 'draw of the uncertainty; 0 is none', wholeNumber(0), 0)
    .option('--replicate <n>', 'its number, or the first that is a success, failure or stopped', replicate, 0)
    .option('--set <path=value>', 'change a value of the scenario; may be repeated', collect, [])
    .option('--seed <text>', 'seed instead of the scenario’s')
    .option('--out <dir>', 'folder of the example; out/example-<scenario name> unless given')
    .option('--no-chart', 'leave out the figure')
    .option('--json', 'print example.json on stdout')
    .action(async (given: string, options: ExampleOptions) => {
      const { exampleAndWrite } = await import('../example-and-write.ts');
      await exampleAndWrite(given, options);
    });
}

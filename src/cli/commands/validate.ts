import type { Command } from 'commander';
import { collect } from '../options.ts';

export function validateCommand(program: Command): void {
  program
    .command('validate')
    .description('check a scenario: every problem at once, with line and column')
    .argument('<scenario>', 'scenario file, or the name of a shipped one')
    .option('--set <path=value>', 'change a value; may be repeated', collect, [])
    .option('--json', 'one JSON document on stdout')
    .action(async (given: string, options: { set: string[]; json?: boolean }) => {
      const { readScenarioFile } = await import('../scenario-files.ts');
      const { readScenario, readChange } = await import('../../scenario/read-scenario.ts');
      const { text, file, readBeside } = readScenarioFile(given);
      try {
        const { scenario, warnings } = readScenario(
          text,
          file,
          options.set.map((argument) => readChange(argument)),
          readBeside,
        );
        if (options.json) console.log(JSON.stringify({ valid: true, warnings, problems: [] }, null, 2));
        else {
          for (const warning of warnings) console.error(`warning: ${warning}`);
          console.log(`${file} is valid: ${scenario.title}`);
        }
      } catch (error) {
        if (!options.json || !(error instanceof Error) || error.name !== 'ScenarioError') throw error;
        const { problems } = error as Error & { problems: unknown };
        console.log(JSON.stringify({ valid: false, warnings: [], problems }, null, 2));
        throw error;
      }
    });
}

import type { Command } from 'commander';
import type { RegistryEntry } from '../../library/list-registries.ts';
import { unknownWord } from '../../numeric/closest-word.ts';
import { UsageError } from '../explain.ts';

export function listCommand(program: Command): void {
  program
    .command('list')
    .description(
      'what there is: distributions, models, endpoints, claims, aims, methods of dose finding, rules, tests, calculators, charts, suites, shipped scenarios, effects and evidence',
    )
    .argument('[registry]', 'one of them')
    .option('--schema', 'the JSON Schema of a scenario file, for editors')
    .option('--json', 'one JSON document on stdout')
    .action(async (name: string | undefined, options: { schema?: boolean; json?: boolean }) => {
      if (options.schema) {
        const { scenarioJsonSchema } = await import('../../scenario/json-schema.ts');
        console.log(JSON.stringify(scenarioJsonSchema(), null, 2));
        return;
      }
      const { listRegistries } = await import('../../library/list-registries.ts');
      const all = await listRegistries();
      if (name !== undefined && !(name in all))
        throw new UsageError(unknownWord('registry', name, Object.keys(all)));
      const shown = name === undefined ? all : { [name]: all[name] };
      if (options.json) console.log(JSON.stringify(shown, null, 2));
      else console.log(listing(shown).join('\n'));
    });
}

function listing(shown: Readonly<Record<string, readonly RegistryEntry[]>>): string[] {
  return Object.entries(shown).flatMap(([registry, entries]) => {
    const width = Math.max(...entries.map(({ name }) => name.length));
    return [`${registry}:`, ...entries.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`)];
  });
}

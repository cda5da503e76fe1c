import type { Command } from 'commander';
import { unknownWord } from '../../numeric/closest-word.ts';
import { UsageError } from '../explain.ts';

interface Entry {
  readonly summary: string;
  readonly reference?: string;
}

/** Every registry by the name that the command takes. */
async function registries(): Promise<Record<string, Record<string, Entry>>> {
  const [
    { distributions },
    { tumourControlModels },
    { complicationModels },
    { parameterisations },
    { endpoints },
    { claims },
    { aims },
    { doseFinding },
    { rules },
    { efficacyBounds },
    { futilityBounds },
    { tests },
    { timeTests },
    { followUps },
    { intervals },
    { differenceIntervals },
    { calculators },
    { charts },
    { estimateCharts },
    { aimCharts },
    { escalationCharts },
    { suites },
  ] = await Promise.all([
    import('../../random/distributions/index.ts'),
    import('../../radiobiology/tumour-control/index.ts'),
    import('../../radiobiology/complications/index.ts'),
    import('../../cohort/parameterisations/index.ts'),
    import('../../outcomes/endpoints/index.ts'),
    import('../../trial/claims/index.ts'),
    import('../../trial/aims/index.ts'),
    import('../../trial/dose-finding/index.ts'),
    import('../../trial/rules/index.ts'),
    import('../../trial/efficacy-bounds/index.ts'),
    import('../../trial/futility-bounds/index.ts'),
    import('../../trial/tests/index.ts'),
    import('../../trial/time-tests/index.ts'),
    import('../../trial/follow-up/index.ts'),
    import('../../trial/intervals/index.ts'),
    import('../../trial/difference-intervals/index.ts'),
    import('../../trial/calculators/index.ts'),
    import('../../report/charts/index.ts'),
    import('../../report/estimate-charts/index.ts'),
    import('../../report/aim-charts/index.ts'),
    import('../../report/escalation-charts/index.ts'),
    import('../../verify/suites/index.ts'),
  ]);
  return {
    distributions,
    'tumour-control-models': tumourControlModels,
    'complication-models': complicationModels,
    parameterisations,
    endpoints,
    claims,
    aims,
    'dose-finding': doseFinding,
    rules,
    'efficacy-bounds': efficacyBounds,
    'futility-bounds': futilityBounds,
    tests,
    'time-tests': timeTests,
    'follow-ups': followUps,
    intervals,
    'difference-intervals': differenceIntervals,
    calculators,
    charts,
    'estimate-charts': estimateCharts,
    'aim-charts': aimCharts,
    'escalation-charts': escalationCharts,
    suites,
    ...(await shippedFiles()),
  };
}

/** Shipped files by kind, each with its title. */
async function shippedFiles(): Promise<Record<string, Record<string, Entry>>> {
  const files = await import('../scenario-files.ts');
  const shipped = (kind: typeof files.SCENARIOS): Record<string, Entry> =>
    Object.fromEntries(
      files.shippedNames(kind).map((name) => {
        const { text } = files.readShippedFile(name, kind);
        const title = kind.ending === 'csv' ? /^# *(.*)$/m : /^title: *"?(.*?)"?$/m;
        return [name, { summary: title.exec(text)?.[1] ?? '' }];
      }),
    );
  return {
    scenarios: shipped(files.SCENARIOS),
    effects: shipped(files.EFFECTS),
    evidence: shipped(files.EVIDENCE),
  };
}

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
      const all = await registries();
      if (name !== undefined && !(name in all))
        throw new UsageError(unknownWord('registry', name, Object.keys(all)));
      const shown = Object.entries(all).filter(([registry]) => name === undefined || registry === name);
      const plain = Object.fromEntries(
        shown.map(([registry, entries]) => [
          registry,
          Object.entries(entries).map(([entry, { summary, reference }]) => ({
            name: entry,
            summary,
            ...(reference && { reference }),
          })),
        ]),
      );
      if (options.json) console.log(JSON.stringify(plain, null, 2));
      else console.log(listing(plain).join('\n'));
    });
}

function listing(registriesShown: Record<string, { name: string; summary: string }[]>): string[] {
  return Object.entries(registriesShown).flatMap(([registry, entries]) => {
    const width = Math.max(...entries.map(({ name }) => name.length));
    return [`${registry}:`, ...entries.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`)];
  });
}

import type { Command } from 'commander';

export function designCommand(program: Command): void {
  program
    .command('design')
    .description(
      'calculators: sample sizes, cut-offs and exact errors of designs; without a kind, which there are',
    )
    .argument('[kind]', 'one of them')
    .argument('[flags...]', 'its flags: isoeffect design <kind> --help lists them')
    .option('--json', 'one JSON document on stdout')
    .passThroughOptions()
    .action(async (kind: string | undefined, flags: string[], options: { json?: boolean }) => {
      const { designAndPrint, printCalculators } = await import('../design-and-print.ts');
      if (kind === undefined) printCalculators(options.json === true);
      else designAndPrint(kind, flags, options.json === true);
    });
}

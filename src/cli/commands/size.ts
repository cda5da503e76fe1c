import { type Command, InvalidArgumentError } from 'commander';
import { formatOption } from '../format-option.ts';
import { collect, numberOfWorkers, positiveNumber, wholeNumber } from '../options.ts';
import type { SizeOptions } from '../size-and-write.ts';

/** Parses a probability strictly between 0 and 1. */
function probability(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value > 0 && value < 1))
    throw new InvalidArgumentError('must be a probability between 0 and 1.');
  return value;
}

export function sizeCommand(program: Command): void {
  program
    .command('size')
    .description('how large a trial must be, or what else it must be, for a power or an assurance')
    .argument('<scenario>', 'scenario file, or the name of a shipped one')
    .option('--power <p>', 'power to reach under each truth', probability, 0.8)
    .option('--assurance <p>', 'probability of success to reach over what is not known', probability)
    .option(
      '--success-and-true <p>',
      'probability of success with the claim true to reach over what is not known; the power unless given',
      probability,
    )
    .option('--solve <path>', 'solve for the number at this path instead of the size')
    .option(
      '--type-i-error <p>',
      'type I error that the decision rule is to hold; the stated level unless given',
      probability,
    )
    .option(
      '--over <path=from..to/steps>',
      'values of the truth over which it is to hold it, the worst among them',
    )
    .option(
      '--accrual-years <y>',
      'accrual for a log-rank test, where the design states none',
      positiveNumber,
      4,
    )
    .option(
      '--follow-up-years <y>',
      'years from the last patient, likewise; the claim’s time unless given',
      positiveNumber,
    )
    .option('--set <path=value>', 'change a value of the scenario; may be repeated', collect, [])
    .option('--seed <text>', 'seed instead of the scenario’s')
    .option('--replicates <n>', 'trials simulated under each truth', wholeNumber(1))
    .option('--worlds <n>', 'draws of the uncertainty', wholeNumber(0))
    .option('--workers <n>', 'threads; one a core unless given', numberOfWorkers)
    .option('--out <dir>', 'folder of the results; out/size-<scenario name> unless given')
    .addOption(formatOption())
    .option('--no-report', 'leave out the report and figures/')
    .option('--json', 'print size.json on stdout')
    .action(async (given: string, options: SizeOptions) => {
      const { sizeAndWrite } = await import('../size-and-write.ts');
      await sizeAndWrite(given, options);
    });
}

import type { Command } from 'commander';
import type { Eqd2Options } from '../eqd2-and-print.ts';
import { alphaBetaGy, collect, positiveNumber } from '../options.ts';

export function eqd2Command(program: Command): void {
  program
    .command('eqd2')
    .description('BED and EQD2 of a schedule as clinicians write it')
    .argument(
      '<schedule>',
      'for example "15 x 2.85", "50 Gy/25", "34 Gy/10 BID", "5 x 5 + surgery + 25 x 2", "60 Gy in 3-8 fractions"',
    )
    .requiredOption('--alpha-beta <Gy>', 'α/β in Gy', alphaBetaGy)
    .option('--start <day>', 'weekday (Mon) or date (2024-01-08) of the first fraction')
    .option('--skip <date>', 'a date without treatment; may be repeated', collect, [])
    .option('--transition <Gy>', 'dose per fraction from which survival is straight (LQ-L)', positiveNumber)
    .option(
      '--half-time <hours>',
      'half-time of repair between fractions; full repair unless given',
      positiveNumber,
    )
    .option('--json', 'one JSON document on stdout')
    .action(async (text: string, options: Eqd2Options) => {
      const { eqd2AndPrint } = await import('../eqd2-and-print.ts');
      eqd2AndPrint(text, options);
    });
}

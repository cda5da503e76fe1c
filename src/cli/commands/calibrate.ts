import { type Command, InvalidArgumentError, Option } from 'commander';
import type { CalibrateOptions } from '../calibrate-and-write.ts';
import { formatOption } from '../format-option.ts';
import { alphaBetaGy, collect, wholeNumber } from '../options.ts';

/** Parses α/β in Gy with commas between them. */
function alphaBetasGy(text: string): number[] {
  const values = text.split(',').map((part) => alphaBetaGy(part));
  if (values.length > 20) throw new InvalidArgumentError('takes at most 20 values.');
  return values;
}

export function calibrateCommand(program: Command): void {
  program
    .command('calibrate')
    .description('fit local control and wounds to published studies, and what they say of α/β')
    .argument('<evidence>', 'table of studies (CSV), or the name of a shipped one: soft-tissue-sarcoma')
    .option('--exclude <id>', 'leave a study out of the fits; may be repeated', collect, [])
    .option('--include <id>', 'take in a study that the table leaves out; may be repeated', collect, [])
    .addOption(
      new Option('--model <name>', 'model of local control')
        .choices(['residualDisease', 'logLogistic'])
        .default('residualDisease'),
    )
    .option('--compare <schedules...>', 'two schedules that a trial would compare', ['25 x 2 Gy', '5 x 5 Gy'])
    .option('--alpha-beta <list>', 'α/β in Gy for which that trial is sized', alphaBetasGy, [1.5, 3, 4.9, 10])
    .option('--wound-alpha-beta <Gy>', 'α/β of wounds in Gy', alphaBetaGy, 10)
    .option('--draws <n>', 'posterior draws to write', wholeNumber(1), 1000)
    .option('--seed <text>', 'seed of the draws', 'calibrate')
    .option('--out <dir>', 'folder of the results; out/calibrate-<name> unless given')
    .addOption(formatOption())
    .option('--no-report', 'leave out the report, evidence-map.html and figures/')
    .option('--json', 'print calibration.json on stdout')
    .action(async (given: string, options: CalibrateOptions) => {
      const { calibrateAndWrite } = await import('../calibrate-and-write.ts');
      await calibrateAndWrite(given, options);
    });
}

import { quoteArgument } from './quote-argument.ts';

/** What a calibration is chosen to be, by the options of `isoeffect calibrate`. */
export interface CalibrationChoices {
  readonly exclude: readonly string[];
  readonly include: readonly string[];
  readonly model: 'residualDisease' | 'logLogistic';
  readonly compare: readonly string[];
  readonly alphaBeta: readonly number[];
  readonly woundAlphaBeta: number;
  readonly draws: number;
  readonly seed: string;
}

/** The command line that repeats a calibration, every option stated. */
export function calibrationCommand(given: string, options: CalibrationChoices): string {
  const words = [
    ...['isoeffect', 'calibrate', given, '--model', options.model],
    ...options.exclude.flatMap((id) => ['--exclude', id]),
    ...options.include.flatMap((id) => ['--include', id]),
    ...['--compare', ...options.compare],
    ...['--alpha-beta', options.alphaBeta.join(',')],
    ...['--wound-alpha-beta', String(options.woundAlphaBeta)],
    ...['--draws', String(options.draws), '--seed', options.seed],
  ];
  return words.map(quoteArgument).join(' ');
}

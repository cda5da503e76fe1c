import { InvalidArgumentError, Option } from 'commander';
import { REPORT_FORMATS, type ReportFormat, reportFile, USUAL_FORMATS } from '../node/report-format.ts';
import { unknownWord } from '../numeric/closest-word.ts';
import { shownPath } from './shown-path.ts';

const isFormat = (word: string): word is ReportFormat => (REPORT_FORMATS as readonly string[]).includes(word);

/** Reads formats with commas between them, after those of the same option before. */
function readFormats(text: string, before: readonly ReportFormat[]): ReportFormat[] {
  const words = text.split(',').map((word) => word.trim());
  const wrong = words.find((word) => !isFormat(word));
  if (wrong !== undefined) throw new InvalidArgumentError(`${unknownWord('format', wrong, REPORT_FORMATS)}.`);
  return [...new Set([...(before === USUAL_FORMATS ? [] : before), ...words.filter(isFormat)])];
}

/** `--format`: what the report is written as. */
export const formatOption = (): Option =>
  new Option('--format <list>', 'what the report is written as: html, pdf, or both as html,pdf')
    .argParser(readFormats)
    .default(USUAL_FORMATS, 'html');

/** The reports in a folder, as messages name them. */
export const shownReports = (folder: string, formats: readonly ReportFormat[]): string =>
  formats.map((format) => shownPath(folder, reportFile(format))).join(', ');

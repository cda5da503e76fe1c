import { unknownWord } from '../numeric/closest-word.ts';
import { shownText } from '../numeric/shown-text.ts';
import {
  createHistogram,
  type DoseVolumeHistogram,
  MOST_MEAN_GY,
  meanDoseGy,
} from './dose-volume-histogram.ts';

/** What is wrong with a line of the file; line and column count from 1. */
export interface DvhProblem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** The histogram of a file, or everything that is wrong with it. */
export type DvhReading =
  | { readonly histogram: DoseVolumeHistogram }
  | { readonly problems: readonly DvhProblem[] };

/** Columns of dose, with the factor to Gy; percent are of the prescribed dose. */
const doseColumns: Readonly<Record<string, number>> = { doseGy: 1, doseCGy: 0.01, dosePercent: 0.01 };
/** Columns of volume, with what they must sum to and how closely; a volume in cm³ is its own total. */
const volumeColumns: Readonly<Record<string, { total?: number; within?: number; unit: string }>> = {
  volumeCm3: { unit: ' cm³' },
  volumePercent: { total: 100, within: 0.5, unit: ' %' },
  volumeShare: { total: 1, within: 0.005, unit: '' },
};
const CUMULATIVE = 'cumulativeV';
const volumeOf = (name: string): string =>
  name.startsWith(CUMULATIVE) ? `v${name.slice(CUMULATIVE.length)}` : name;
const volumeNames = Object.keys(volumeColumns).flatMap((name) => [name, `${CUMULATIVE}${name.slice(1)}`]);
const isDose = (name: string): boolean => Object.hasOwn(doseColumns, name);
const isVolume = (name: string): boolean => volumeNames.includes(name);

/** One value with where it stands. */
interface Cell {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}
/** Two numbers of one line. */
interface Row {
  readonly line: number;
  readonly dose: number;
  readonly volume: number;
}
interface Header {
  readonly dose: string;
  readonly volume: string;
  readonly cells: readonly Cell[];
}
type Report = (at: { line: number; column?: number }, message: string) => void;

/**
 * Reads a dose–volume histogram from CSV: a header that names one dose and one volume column, then one bin a line;
 * lines that begin with # are comments. A column `cumulativeVolume…` holds the volume that receives at least the dose.
 *
 * @param prescribedGy the dose that `dosePercent` is a percentage of
 */
export function parseDvhCsv(text: string, prescribedGy?: number): DvhReading {
  const problems: DvhProblem[] = [];
  const report: Report = ({ line, column = 1 }, message) => problems.push({ line, column, message });
  const [first, ...rest] = cellsOf(text);
  if (!first) return { problems: [{ line: 1, column: 1, message: 'the file holds no header' }] };
  const header = readHeader(first, prescribedGy, report);
  if (!header) return { problems };
  const rows = rest.flatMap((cells) => readRow(cells, header, report));
  if (rest.length === 0) report(first[0], 'the file holds no bin');
  if (problems.length > 0) return { problems };
  const isCumulative = header.volume.startsWith(CUMULATIVE);
  if (isCumulative) checkCumulative(rows, header, report);
  const bins = isCumulative ? differences(rows) : rows;
  if (problems.length === 0) checkTotal(isCumulative ? rows.slice(0, 1) : rows, header, report);
  if (problems.length > 0) return { problems };
  const toGy = doseColumns[header.dose] * (header.dose === 'dosePercent' ? prescribedGy! : 1);
  const total = bins.reduce((sum, { volume }) => sum + volume, 0);
  const doseGy = bins.map(({ dose }) => dose * toGy);
  const volume = bins.map((bin) => bin.volume / total);
  const mean = meanDoseGy({ doseGy, volume });
  if (mean <= MOST_MEAN_GY) return { histogram: createHistogram(doseGy, volume) };
  const hint = header.dose === 'doseGy' ? ' (if it is in cGy, name the column doseCGy)' : '';
  report(first[0], `the mean dose is ${shown(mean)} Gy, above ${MOST_MEAN_GY}${hint}`);
  return { problems };
}

/** The values of each line that is neither empty nor a comment. */
function cellsOf(text: string): Cell[][] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .flatMap((content, i) => {
      if (content.trim() === '' || content.trimStart().startsWith('#')) return [];
      let start = 0;
      return [
        content.split(',').map((part) => {
          const text = part.trim();
          const column = start + 1 + (text === '' ? 0 : part.indexOf(text));
          start += part.length + 1;
          return { text, line: i + 1, column };
        }),
      ];
    });
}

function readHeader(
  cells: readonly Cell[],
  prescribedGy: number | undefined,
  report: Report,
): Header | undefined {
  const known = [...Object.keys(doseColumns), ...volumeNames];
  const unknown = cells.filter(({ text }) => !known.includes(text));
  for (const cell of unknown) report(cell, unknownWord('column', cell.text, known));
  const doses = cells.filter(({ text }) => isDose(text));
  const volumes = cells.filter(({ text }) => isVolume(text));
  if (unknown.length > 0) return undefined;
  if (doses.length !== 1)
    report(cells[0], `needs one column of dose: ${Object.keys(doseColumns).join(', ')}`);
  if (volumes.length !== 1) report(cells[0], `needs one column of volume: ${volumeNames.join(', ')}`);
  if (doses.length !== 1 || volumes.length !== 1) return undefined;
  if (
    doses[0].text === 'dosePercent' &&
    !(prescribedGy !== undefined && prescribedGy > 0 && prescribedGy < Infinity)
  ) {
    report(doses[0], 'dosePercent needs the prescribed dose in Gy');
    return undefined;
  }
  return { dose: doses[0].text, volume: volumes[0].text, cells };
}

/** The two numbers of a line, or nothing where they cannot be read. */
function readRow(cells: readonly Cell[], header: Header, report: Report): Row[] {
  if (cells.length !== header.cells.length) {
    report(cells[0], `${cells.length} values where the header names ${header.cells.length}`);
    return [];
  }
  const numbers = cells.map((cell, i) => {
    const value = /^[-+]?(\d+(\.\d*)?|\.\d+)(e[-+]?\d+)?$/i.test(cell.text) ? Number(cell.text) : Number.NaN;
    if (!Number.isFinite(value))
      report(cell, `${header.cells[i].text} is no number: ${shownText(cell.text)}`);
    if (value < 0) report(cell, `${header.cells[i].text} is negative: ${shownText(cell.text)}`);
    return value;
  });
  if (!numbers.every((value) => value >= 0)) return [];
  const at = (name: string): number => numbers[header.cells.findIndex(({ text }) => text === name)];
  return [{ line: cells[0].line, dose: at(header.dose), volume: at(header.volume) }];
}

/** A cumulative histogram begins with the whole volume and never rises. */
function checkCumulative(rows: readonly Row[], { dose, volume }: Header, report: Report): void {
  rows.slice(1).forEach((row, i) => {
    if (!(row.dose > rows[i].dose)) report(row, `${dose} must rise from line to line: ${row.dose}`);
    if (row.volume > rows[i].volume) report(row, `${volume} must not rise from line to line: ${row.volume}`);
  });
}

/** Bins between the lines of a cumulative histogram, at their middle; what is left at the end receives the last dose. */
function differences(rows: readonly Row[]): Row[] {
  return rows.map(({ line, dose, volume }, i) => {
    const next = rows[i + 1] ?? { dose, volume: 0 };
    return { line, dose: (dose + next.dose) / 2, volume: volume - next.volume };
  });
}

function checkTotal(rows: readonly Row[], header: Header, report: Report): void {
  const { total, within, unit } = volumeColumns[volumeOf(header.volume)];
  const isCumulative = header.volume.startsWith(CUMULATIVE);
  const sum = rows.reduce((all, { volume }) => all + volume, 0);
  const at = header.cells[0];
  if (total === undefined) {
    if (!(sum > 0)) report(at, 'the volumes are all 0');
  } else if (isCumulative && !(Math.abs(sum - total) <= within!)) {
    report(rows[0], `${header.volume} must begin at ${total}${unit}, not ${shown(sum)}${unit}`);
  } else if (!(Math.abs(sum - total) <= within!)) {
    const hint =
      sum > total ? `; a cumulative histogram names its column ${CUMULATIVE}${header.volume.slice(1)}` : '';
    report(at, `${header.volume} sums to ${shown(sum)}${unit} (must be ${total} ± ${within}${hint})`);
  }
}

const shown = (value: number): number => Number(value.toPrecision(4));

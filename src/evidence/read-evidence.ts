import { unknownWord } from '../numeric/closest-word.ts';
import { shownText } from '../numeric/shown-text.ts';
import { type Problem, ScenarioError } from '../scenario/scenario-error.ts';
import { type EvidenceCells, type EvidenceColumn, evidenceColumns } from './evidence-columns.ts';
import type { ControlEvidence, EvidenceCount, EvidenceRow, WoundEvidence } from './evidence-row.ts';
import { isSurgeryAlone } from './evidence-schedule.ts';
import { type CsvCell, readCsv } from './read-csv.ts';

const columnNames = Object.keys(evidenceColumns) as EvidenceColumn[];
const needed: readonly EvidenceColumn[] = ['id', 'schedule'];

/** Reports a problem of a line, at a column's cell, or at the line's start where it has none. */
type Report = (column: EvidenceColumn, message: string) => void;

/**
 * Reads an evidence table: published studies, one a line. Columns may stand in any order; all but id and schedule may be
 * missing.
 *
 * @param file name for messages
 * @throws ScenarioError with every problem at once: unknown columns, cells that cannot be read, outcomes without n or time,
 * ids that stand twice
 */
export function readEvidence(text: string, file: string): EvidenceRow[] {
  const [header, ...records] = readCsv(text, file);
  const problems: Problem[] = [];
  const at = (cell: CsvCell, message: string): void => {
    problems.push({ where: `${file}:${cell.line}:${cell.column}`, message });
  };
  if (!header) throw new ScenarioError([{ where: `${file}:1:1`, message: 'the table is empty' }]);
  const headings = new Set<string>();
  const columns = header.map((cell) => readHeading(cell, headings, at));
  for (const name of needed) if (!columns.includes(name)) at(header[0], `missing column: ${name}`);
  if (problems.length > 0) throw new ScenarioError(problems);
  if (records.length === 0) at(header[0], 'the table has no studies');
  const seen = new Map<string, number>();
  const rows = records.flatMap((record) => {
    const row = readRecord(columns as EvidenceColumn[], record, at);
    if (!row) return [];
    const before = seen.get(row.id);
    if (before !== undefined)
      at(record[columns.indexOf('id')], `duplicate id: ${shownText(row.id)} (also in line ${before})`);
    seen.set(row.id, record[0].line);
    return [row];
  });
  if (problems.length > 0) throw new ScenarioError(problems);
  return rows;
}

/** @param before headings that stand before it; it is added to them */
function readHeading(
  cell: CsvCell,
  before: Set<string>,
  at: (cell: CsvCell, message: string) => void,
): EvidenceColumn | undefined {
  if (!(columnNames as string[]).includes(cell.text)) {
    at(cell, unknownWord('column', cell.text, columnNames));
    return undefined;
  }
  if (before.has(cell.text)) at(cell, `duplicate column: ${cell.text}`);
  before.add(cell.text);
  return cell.text as EvidenceColumn;
}

/** One line as a study; undefined where something is wrong with it, which is reported. */
function readRecord(
  columns: readonly EvidenceColumn[],
  record: readonly CsvCell[],
  at: (cell: CsvCell, message: string) => void,
): EvidenceRow | undefined {
  let isGood = true;
  const report = (cell: CsvCell, message: string): void => {
    isGood = false;
    at(cell, message);
  };
  if (record.length !== columns.length) {
    report(record[0], `${record.length} cells where the header has ${columns.length}`);
    return undefined;
  }
  const cells: EvidenceCells = {};
  columns.forEach((name, i) => {
    const { text } = record[i];
    if (text === '') {
      if (needed.includes(name)) report(record[i], `missing ${name}`);
      return;
    }
    try {
      (cells as Record<string, unknown>)[name] = evidenceColumns[name](text);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      const isPlain = name === 'schedule' || error.message.startsWith('unknown ');
      report(record[i], isPlain ? error.message : `invalid ${name}: ${error.message}`);
    }
  });
  if (!isGood) return undefined;
  const row = assemble(cells, (column, message) =>
    report(columns.includes(column) ? record[columns.indexOf(column)] : record[0], message),
  );
  return isGood ? row : undefined;
}

function assemble(cells: EvidenceCells, report: Report): EvidenceRow {
  const schedule = cells.schedule!;
  const control = readControl(cells, report);
  const wound = readWound(cells, report);
  if (schedule.sweep && (control || wound))
    report('schedule', 'a range of fractions cannot carry an outcome; state the schedule that was given');
  if (isSurgeryAlone(schedule) && wound)
    report('schedule', 'wounds after surgery alone are not fitted; leave woundRate and woundCount empty');
  return {
    id: cells.id!,
    study: cells.study ?? cells.id!,
    source: cells.source ?? '',
    years: cells.years ?? '',
    schedule,
    ...(control && { control }),
    ...(wound && { wound }),
    subtype: cells.subtype ?? 'mixed',
    agents: cells.agents ?? '',
    reason: cells.reason ?? '',
    notes: cells.notes ?? '',
  };
}

function readControl(cells: EvidenceCells, report: Report): ControlEvidence | undefined {
  const counted = readCount(cells, 'n', 'controlRate', 'controlCount', report);
  if (!counted) return undefined;
  if (cells.atYears === undefined)
    report('atYears', 'missing atYears: local control needs its time in years');
  const use = cells.controlUse ?? 'fit';
  if (use === 'flagged' && cells.reason === undefined)
    report('reason', 'missing reason: say why this study is not comparable');
  return { ...counted, atYears: cells.atYears ?? Number.NaN, kind: cells.controlKind ?? 'notStated', use };
}

function readWound(cells: EvidenceCells, report: Report): WoundEvidence | undefined {
  const sizeColumn = cells.woundN === undefined ? 'n' : 'woundN';
  const counted = readCount(cells, sizeColumn, 'woundRate', 'woundCount', report);
  if (!counted) return undefined;
  const definition = cells.woundDefinition ?? 'notStated';
  const use = cells.woundUse ?? (definition === 'canadian120' ? 'strict' : 'other');
  return { ...counted, definition, use };
}

/** Half a percent: how far a printed rate may lie from the count beside it. */
const ROUNDING = 0.005 + 1e-9;

/** The count that two columns state, of patients of a third; undefined where neither states one. */
function readCount(
  cells: EvidenceCells,
  sizeColumn: 'n' | 'woundN',
  rateColumn: 'controlRate' | 'woundRate',
  countColumn: 'controlCount' | 'woundCount',
  report: Report,
): EvidenceCount | undefined {
  const { [sizeColumn]: size, [rateColumn]: rate, [countColumn]: count } = cells;
  const stated = count !== undefined ? countColumn : rateColumn;
  if (count === undefined && rate === undefined) return undefined;
  if (size === undefined) {
    report('n', `missing n: ${stated} needs the number of patients`);
    return { count: 0, size: 1, isDerived: true, rate: 0 };
  }
  if (count !== undefined && count > size) report(countColumn, `${count} of ${size} patients`);
  if (count !== undefined && rate !== undefined && Math.abs(count / size - rate) > ROUNDING)
    report(
      rateColumn,
      `${rate} contradicts ${countColumn}: ${count} of ${size} is ${(count / size).toFixed(3)}`,
    );
  // k = round(n·p)
  return {
    count: count ?? Math.round(size * rate!),
    size,
    isDerived: count === undefined,
    rate: rate ?? count! / size,
  };
}

import { ScenarioError } from '../scenario/scenario-error.ts';

/** One cell of a CSV file with the place where it begins, both counted from 1. */
export interface CsvCell {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** Longer files are no evidence tables. */
const MOST_CHARACTERS = 5_000_000;

/**
 * Reads comma-separated values as RFC 4180 has them: quoted cells may hold commas, doubled quotes and line ends. Lines
 * that begin with # and empty lines are left out; spaces around an unquoted cell are trimmed.
 *
 * @param file name for messages
 * @returns the records, the header first
 * @throws ScenarioError on a quote that is not closed or that stands inside an unquoted cell
 */
export function readCsv(text: string, file: string): CsvCell[][] {
  const source = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const scan: Scan = { source, file, at: 0, line: 1, lineStart: 0 };
  if (text.length > MOST_CHARACTERS)
    return fail(scan, `too long for a table (over ${MOST_CHARACTERS} characters)`);
  const records: CsvCell[][] = [];
  while (scan.at < source.length) {
    if (source[scan.at] === '#') skipLine(scan);
    else if (source[scan.at] !== '\n') {
      const record = readRecord(scan);
      if (record.length > 1 || record[0].text !== '') records.push(record);
    }
    if (scan.at < source.length) endLine(scan);
  }
  return records;
}

/** How far a file has been read. */
interface Scan {
  readonly source: string;
  readonly file: string;
  at: number;
  line: number;
  lineStart: number;
}

const columnOf = ({ at, lineStart }: Scan): number => at - lineStart + 1;
const isEnd = ({ source, at }: Scan): boolean => at >= source.length || source[at] === '\n';
const isCellEnd = (scan: Scan): boolean => isEnd(scan) || scan.source[scan.at] === ',';

function fail(scan: Scan, message: string, line = scan.line, column = columnOf(scan)): never {
  throw new ScenarioError([{ where: `${scan.file}:${line}:${column}`, message }]);
}

function endLine(scan: Scan): void {
  scan.at++;
  scan.line++;
  scan.lineStart = scan.at;
}

function skipLine(scan: Scan): void {
  while (!isEnd(scan)) scan.at++;
}

function skipBlanks(scan: Scan): void {
  while (scan.source[scan.at] === ' ' || scan.source[scan.at] === '\t') scan.at++;
}

function readRecord(scan: Scan): CsvCell[] {
  const record = [readCell(scan)];
  while (scan.source[scan.at] === ',') {
    scan.at++;
    record.push(readCell(scan));
  }
  return record;
}

function readCell(scan: Scan): CsvCell {
  skipBlanks(scan);
  const place = { line: scan.line, column: columnOf(scan) };
  return { text: scan.source[scan.at] === '"' ? readQuoted(scan) : readPlain(scan), ...place };
}

function readQuoted(scan: Scan): string {
  const { source, line } = scan;
  const column = columnOf(scan);
  let value = '';
  for (scan.at++; ; ) {
    if (scan.at >= source.length) fail(scan, 'this quote is not closed', line, column);
    const character = source[scan.at];
    if (character === '"' && source[scan.at + 1] !== '"') break;
    value += character;
    if (character === '\n') endLine(scan);
    else scan.at += character === '"' ? 2 : 1;
  }
  scan.at++;
  skipBlanks(scan);
  if (!isCellEnd(scan)) fail(scan, 'text after a closing quote; double a quote that belongs to the text');
  return value;
}

function readPlain(scan: Scan): string {
  const start = scan.at;
  for (; !isCellEnd(scan); scan.at++)
    if (scan.source[scan.at] === '"') fail(scan, 'a quote inside an unquoted cell; quote the cell');
  return scan.source.slice(start, scan.at).trimEnd();
}

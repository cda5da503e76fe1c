import { appendFileSync, closeSync, fsyncSync, openSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Batch } from '../engine/plan.ts';
import type { Trial } from '../scenario/trial.ts';
import { unwritten } from './output-folder.ts';
import { type ReadBatch, tableColumns, tableRows } from './replicate-table.ts';
import type { Cell, TableColumn } from './table-column.ts';

/** Lines that are joined before they go to the file. */
const LINES_AT_ONCE = 2000;

/** Writes one row a replicate, in the asked format, into a folder; one batch is held at a time, in Parquet one row group. @throws Error naming the file, if the disk is full */
export async function writeReplicates(
  folder: string,
  format: 'csv' | 'parquet',
  trial: Trial,
  batches: readonly Batch[],
  read: ReadBatch,
): Promise<void> {
  const path = join(folder, `replicates.${format}`);
  const rows = tableRows(trial, batches, read);
  const beside = `${path}.part`;
  try {
    if (format === 'csv') writeCsv(beside, trial, rows);
    else await writeParquet(beside, trial, rows);
    renameSync(beside, path);
  } catch (error) {
    throw unwritten(path, beside, error);
  }
}

function writeCsv(path: string, trial: Trial, rows: Iterable<readonly Cell[]>): void {
  const file = openSync(path, 'w');
  try {
    let lines = [
      tableColumns(trial)
        .map(({ name }) => name)
        .join(','),
    ];
    for (const row of rows) {
      lines.push(row.map((cell) => (cell === null ? '' : cell)).join(','));
      if (lines.length < LINES_AT_ONCE) continue;
      // Unlike one write it writes all, or throws, on a disk that fills up
      appendFileSync(file, `${lines.join('\n')}\n`);
      lines = [];
    }
    if (lines.length > 0) appendFileSync(file, `${lines.join('\n')}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

async function writeParquet(path: string, trial: Trial, rows: Iterable<readonly Cell[]>): Promise<void> {
  const { fileWriter, parquetWriteRows } = await import('hyparquet-writer');
  const columns = tableColumns(trial);
  await parquetWriteRows({
    writer: fileWriter(path),
    columns: columns.map(({ name, type }) => ({ name, type, nullable: true })),
    rows: asRecords(rows, columns),
  });
}

function* asRecords(
  rows: Iterable<readonly Cell[]>,
  columns: readonly TableColumn[],
): Generator<Record<string, Cell>> {
  for (const row of rows) yield Object.fromEntries(columns.map(({ name }, c) => [name, row[c]]));
}

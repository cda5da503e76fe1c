import { closeSync, openSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { SortedResults } from '../engine/merge.ts';
import type { Trial } from '../scenario/trial.ts';
import { tableColumns, tableRows } from './replicate-table.ts';
import type { Cell } from './table-column.ts';

/** Lines that are joined before they go to the file. */
const LINES_AT_ONCE = 2000;

/** Writes `replicates.csv` into a folder. */
function writeCsv(folder: string, trial: Trial, results: SortedResults): void {
  const path = join(folder, 'replicates.csv');
  const file = openSync(`${path}.part`, 'w');
  try {
    let lines = [
      tableColumns(trial)
        .map(({ name }) => name)
        .join(','),
    ];
    for (const row of tableRows(trial, results)) {
      lines.push(row.map((cell) => (cell === null ? '' : cell)).join(','));
      if (lines.length < LINES_AT_ONCE) continue;
      writeSync(file, `${lines.join('\n')}\n`);
      lines = [];
    }
    if (lines.length > 0) writeSync(file, `${lines.join('\n')}\n`);
  } finally {
    closeSync(file);
  }
  renameSync(`${path}.part`, path);
}

/** Writes `replicates.parquet` into a folder; the whole table is held in memory. */
async function writeParquet(folder: string, trial: Trial, results: SortedResults): Promise<void> {
  const { parquetWriteBuffer } = await import('hyparquet-writer');
  const columns = tableColumns(trial);
  const data: Cell[][] = columns.map(() => []);
  for (const row of tableRows(trial, results)) {
    for (let c = 0; c < row.length; c++) data[c].push(row[c]);
  }
  const buffer = parquetWriteBuffer({
    columnData: columns.map(({ name, type }, c) => ({ name, type, data: data[c], nullable: true })),
  });
  const path = join(folder, 'replicates.parquet');
  writeFileSync(`${path}.part`, new Uint8Array(buffer));
  renameSync(`${path}.part`, path);
}

/** Writes one row a replicate, in the asked format, into a folder. */
export async function writeReplicates(
  folder: string,
  format: 'csv' | 'parquet',
  trial: Trial,
  results: SortedResults,
): Promise<void> {
  if (format === 'csv') writeCsv(folder, trial, results);
  else await writeParquet(folder, trial, results);
}

import { appendFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../node/output-folder.ts';
import type { SweepGrid } from '../study/sweep/sweep-grid.ts';
import type { DoneCell } from '../study/sweep/sweep-plan.ts';
import { cellList, cellRecords, sweepHeader } from '../study/sweep/sweep-table.ts';
import { quoteArgument } from './quote-argument.ts';

const PARTIAL = 'sweep.partial.csv';
const REST = 'sweep.rest.csv';

/** The table of a sweep, written as its cells are done. */
export interface SweepRecord {
  add(cell: DoneCell): void;
  /** Gives the finished table its name. */
  finish(): void;
  /** Lists the cells that are missing, and says what is kept and how to go on. */
  leave(): string;
}

/** Begins the table in a folder; an older one of a cut sweep goes. */
export function startRecord(folder: string, grid: SweepGrid, argv: readonly string[]): SweepRecord {
  const paths = grid.paths.map(({ path }) => path);
  const partial = join(folder, PARTIAL);
  for (const name of ['sweep.csv', 'sweep.json', REST]) rmSync(join(folder, name), { force: true });
  writeWhole(folder, PARTIAL, sweepHeader(paths));
  let done = 0;
  return {
    add: ({ summary, rows }) => {
      appendFileSync(partial, cellRecords(summary, rows));
      done++;
    },
    finish: () => renameSync(partial, join(folder, 'sweep.csv')),
    leave: () => {
      const kept = `kept ${done} of ${grid.count} cells in ${partial}`;
      if (done === grid.count || !existsSync(partial)) return kept;
      // The first cell again, as it is what the others are compared with
      const missing = [
        ...(done > 0 ? [0] : []),
        ...Array.from({ length: grid.count - done }, (_, i) => done + i),
      ];
      const cells = missing.map((index) => grid.cell(index).map((value) => value?.text ?? ''));
      writeWhole(folder, REST, cellList(paths, cells));
      return `${kept}; go on with: ${restCommand(argv, join(folder, REST), `${folder}-rest`)}`;
    },
  };
}

/** Options that the cells that are missing replace. */
const REPLACED = ['--vary', '--list', '--out'];

/** The command that runs the cells of a list, all else as in the one that was given. */
function restCommand(argv: readonly string[], list: string, out: string): string {
  const kept = argv.filter((argument, i) => {
    const isOption = REPLACED.some((name) => argument === name || argument.startsWith(`${name}=`));
    return !isOption && !REPLACED.includes(argv[i - 1]);
  });
  return ['isoeffect', ...kept, '--list', list, '--out', out].map(quoteArgument).join(' ');
}

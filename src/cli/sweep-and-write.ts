import { join } from 'node:path';
import { prepareFolder, writeWhole } from '../node/output-folder.ts';
import { readText } from '../node/read-text.ts';
import { systemReason } from '../node/system-reason.ts';
import { defaultWorkers } from '../node/thread-pool.ts';
import { sweepText } from '../report/sweep-text.ts';
import type { ScenarioChange } from '../scenario/read-scenario.ts';
import { readCells, type SweptScenario } from '../study/sweep/read-cells.ts';
import { crossPaths, listCells, type SweepGrid } from '../study/sweep/sweep-grid.ts';
import { DEFAULT_TIP, readTip } from '../study/sweep/tip.ts';
import { readVariedPath } from '../study/sweep/varied-path.ts';
import { UsageError } from './explain.ts';
import { shownReports } from './format-option.ts';
import { quoteArgument } from './quote-argument.ts';
import { refuseWithoutClaim } from './refuse-without-claim.ts';
import { runSweepInThreads } from './run-sweep-in-threads.ts';
import { changesOf } from './scenario-changes.ts';
import { readScenarioFile } from './scenario-files.ts';
import { shownPath } from './shown-path.ts';
import { refuseIfEndless } from './sweep-cost.ts';
import type { SweepOptions } from './sweep-options.ts';
import { startRecord } from './sweep-record.ts';

/** `isoeffect sweep`: reads and checks all cells, runs them, writes, and prints the answer. */
export async function sweepAndWrite(given: string, options: SweepOptions): Promise<void> {
  const { text, file, name, readBeside } = readScenarioFile(given);
  const grid = readGrid(options);
  const tips = options.tip.length > 0 ? options.tip.map(readTip) : [DEFAULT_TIP];
  const swept: SweptScenario = { text, file, changes: changesIn(options, grid), readFile: readBeside };
  const workers = options.workers ?? defaultWorkers();
  if (!options.yes) refuseIfEndless(swept, grid, workers);
  const cells = readCells(swept, grid);
  for (const { scenario } of cells) refuseWithoutClaim(scenario, 'sweep');
  const folder = options.out ?? join('out', `sweep-${name}`);
  prepareFolder(folder);
  const argv = process.argv.slice(process.argv.indexOf('sweep'));
  const record = startRecord(folder, grid, argv);
  const result = await runSweepInThreads({ grid, cells, tips }, record, workers);
  for (const warning of result.warnings) console.error(`warning: ${warning}`);
  if (options.report) {
    const { writeSweepReport } = await import('../node/write-sweep-report.ts');
    const command = ['isoeffect', ...argv].map(quoteArgument).join(' ');
    await writeSweepReport(folder, result, command, options.format);
  }
  const json = `${JSON.stringify(result, null, 1)}\n`;
  // Last, so that where it is, everything is
  writeWhole(folder, 'sweep.json', json);
  if (options.json) process.stdout.write(json);
  else {
    const table = `Results: ${shownPath(folder, 'sweep.csv')}, ${shownPath(folder, 'sweep.json')}`;
    const report = options.report ? [`Report: ${shownReports(folder, options.format)}`] : [];
    console.log([...sweepText(result), '', table, ...report].join('\n'));
  }
}

/** The cells that the options ask for. @throws UsageError unless these are a grid or a list */
function readGrid({ vary, list }: SweepOptions): SweepGrid {
  if (vary.length > 0 === (list !== undefined))
    throw new UsageError(
      'a sweep needs either --vary path=values or --list file.csv: --vary truth.cohort.heterogeneity.alphaBetaGy=2,4,10',
    );
  if (list === undefined) return crossPaths(vary.map((argument) => readVariedPath(argument)));
  let text: string;
  try {
    text = readText(list);
  } catch (error) {
    throw new UsageError(`--list ${list}: cannot be read (${systemReason(error)})`);
  }
  return listCells(text, list);
}

/** What changes in every cell: other truths go unless they are asked for. */
function changesIn(options: SweepOptions, grid: SweepGrid): ScenarioChange[] {
  if (options.truths) return changesOf(options);
  const named = [...options.set, ...grid.paths.map(({ path }) => path)].find((path) =>
    /^truths\b/.test(path),
  );
  if (named !== undefined) throw new UsageError(`${named}: other truths are only run with --truths`);
  return [{ path: 'truths', value: {}, origin: 'without --truths' }, ...changesOf(options)];
}

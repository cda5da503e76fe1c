import type { BatchResult } from '../../engine/batch-result.ts';
import { mergeResults } from '../../engine/merge-results.ts';
import { type Batch, planBatches } from '../../engine/plan.ts';
import { sortResults } from '../../engine/sort-results.ts';
import { isImpossibleWorld } from '../../scenario/impossible-world.ts';
import type { ReadScenario } from '../../scenario/read-scenario.ts';
import { ScenarioError } from '../../scenario/scenario-error.ts';
import type { Scenario } from '../../scenario/scenario-schema.ts';
import { createTrial } from '../../scenario/trial.ts';
import type { RunTasks } from '../run-tasks.ts';
import { byKey, type CellFacts, cellFacts } from './cell-facts.ts';
import { cellQuantities } from './cell-quantities.ts';
import type { CellQuantity } from './cell-quantity.ts';
import type { CellRun } from './cell-run.ts';
import { nameCell } from './read-cells.ts';
import { summariseSweep } from './summarise-sweep.ts';
import type { SweepGrid } from './sweep-grid.ts';
import type { DoneCell, SweepPlan } from './sweep-plan.ts';
import type { CellSummary, SweepResult } from './sweep-result.ts';
import { sweepRows } from './sweep-rows.ts';
import { tippingPoints } from './tipping-points.ts';

/** The batches of a cell that are run: a sweep shows no example patients. */
export const sweptBatches = (scenario: Scenario): Batch[] =>
  planBatches(scenario).filter(({ kind }) => kind !== 'patients');

/** Results in the order of the plan, of patients none. */
function inPlan(scenario: Scenario, results: readonly BatchResult[]): BatchResult[] {
  const queue = [...results];
  return planBatches(scenario).map(({ kind }) => (kind === 'patients' ? { kind } : queue.shift()!));
}

/**
 * Runs the cells of a sweep one after the other, all with the scenario's seed, and finds where things turn. Of the
 * replicates only those of the first cell, of the current and of the next are held at a time.
 *
 * @param onCell called for each cell that is done, in their order
 * @throws ScenarioError if a drawn world of a cell cannot be
 */
export async function runSweep(
  plan: SweepPlan,
  runTasks: RunTasks,
  onCell?: (cell: DoneCell) => void,
): Promise<SweepResult> {
  const { grid, cells, tips } = plan;
  const start = (index: number): Promise<BatchResult[]> => {
    const { scenario } = cells[index];
    const running = runTasks(
      'batch',
      sweptBatches(scenario).map((batch) => ({ scenario, batch })),
    );
    // Failures are met where the cell's turn comes
    running.catch(() => undefined);
    return running;
  };
  const done: DoneCell[] = [];
  const facts: CellFacts[][] = [];
  const warnings: (readonly string[])[] = [];
  let first: { readonly run: CellRun; readonly quantities: ReadonlyMap<string, CellQuantity> } | undefined;
  let running = start(0);
  for (let index = 0; index < grid.count; index++) {
    const current = running;
    // The next cell's batches wait behind, so that no thread does
    if (index + 1 < grid.count) running = start(index + 1);
    const run = await mergeCell(cells[index], await current.catch(named(grid, index)));
    const quantities = cellQuantities(run);
    const rows = sweepRows(index + 1, quantities, first?.quantities);
    first ??= { run, quantities: byKey(quantities) };
    facts.push(cellFacts(run, quantities));
    warnings.push(run.result.warnings);
    done.push({ summary: summaryOf(grid, index, run), rows });
    onCell?.(done[index]);
  }
  const scenarios = cells.map(({ scenario }) => scenario);
  const swept = { scenarios, facts, design: first!.run.trial.design, tips };
  const tipping = await tippingPoints(grid, swept, runTasks);
  return summariseSweep(plan, first!.run.result, { done, warnings, tipping });
}

async function mergeCell({ scenario, warnings }: ReadScenario, results: BatchResult[]): Promise<CellRun> {
  const trial = createTrial(scenario);
  const all = inPlan(scenario, results);
  const sorted = sortResults(planBatches(scenario), all, trial.truthNames.length);
  return { trial, sorted, result: await mergeResults(scenario, all, warnings, trial) };
}

/** Says of which cell a world cannot be; other errors stay as they are. */
const named =
  (grid: SweepGrid, index: number) =>
  (error: unknown): never => {
    if (!isImpossibleWorld(error)) throw error;
    throw new ScenarioError([
      { where: nameCell(grid, index), message: `${error.message}; narrow the laws with within` },
    ]);
  };

function summaryOf(grid: SweepGrid, index: number, { result }: CellRun): CellSummary {
  const values = grid.cell(index).map((value, i) => [grid.paths[i].path, value?.text ?? '']);
  return {
    cell: index + 1,
    values: Object.fromEntries(values),
    sha256: result.scenario.sha256,
    arms: result.arms,
  };
}

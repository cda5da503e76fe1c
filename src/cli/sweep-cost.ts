import { measureCost } from '../engine/cost.ts';
import { ScenarioError } from '../scenario/scenario-error.ts';
import { readCell, type SweptScenario } from '../study/sweep/read-cells.ts';
import type { SweepGrid } from '../study/sweep/sweep-grid.ts';
import { durationInWords } from './duration-in-words.ts';
import { UsageError } from './explain.ts';

const HOUR = 3600;
const MOST_CELLS = 10_000;

const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

/** Seconds that a sweep will take: its first, middle and last cells are read and measured. @throws ScenarioError if one cannot be */
function sweepSeconds(swept: SweptScenario, grid: SweepGrid, workers: number): number {
  const tried = [...new Set([0, Math.floor(grid.count / 2), grid.count - 1])];
  const seconds = tried.map((index) => {
    const started = performance.now();
    const { scenario } = readCell(swept, grid, index);
    const reading = (performance.now() - started) / 1000;
    return reading + measureCost(scenario, workers).seconds;
  });
  return (grid.count * seconds.reduce((a, b) => a + b, 0)) / tried.length;
}

/**
 * Refuses a sweep that is larger than anyone waits for unasked. One with a cell that cannot be passes: reading all of its
 * cells will say so of each.
 *
 * @throws UsageError with what it would take
 */
export function refuseIfEndless(swept: SweptScenario, grid: SweepGrid, workers: number): void {
  const { count } = grid;
  let seconds: number;
  try {
    seconds = sweepSeconds(swept, grid, workers);
  } catch (error) {
    if (error instanceof ScenarioError && count <= MOST_CELLS) return;
    throw error;
  }
  if (seconds <= HOUR && count <= MOST_CELLS) return;
  throw new UsageError(
    `${grouped(count)} cells would take about ${durationInWords(seconds)} on ${workers} threads; vary fewer values, lower --replicates or --worlds, or add --yes to run them anyway`,
  );
}

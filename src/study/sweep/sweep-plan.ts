import type { ReadScenario } from '../../scenario/read-scenario.ts';
import type { SweepGrid } from './sweep-grid.ts';
import type { CellSummary, SweepRow } from './sweep-result.ts';
import type { Tip } from './tip.ts';

/** What a sweep runs. */
export interface SweepPlan {
  readonly grid: SweepGrid;
  /** By cell of the grid. */
  readonly cells: readonly ReadScenario[];
  readonly tips: readonly Tip[];
}

/** A cell that is done. */
export interface DoneCell {
  readonly summary: CellSummary;
  readonly rows: readonly SweepRow[];
}

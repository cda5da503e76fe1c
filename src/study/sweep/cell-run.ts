import type { RunResult } from '../../engine/result.ts';
import type { SortedResults } from '../../engine/sort-results.ts';
import type { Trial } from '../../scenario/trial.ts';

/** A cell that was run. */
export interface CellRun {
  readonly trial: Trial;
  readonly result: RunResult;
  readonly sorted: SortedResults;
}

import type { Ratio } from './ratio.ts';
import type { Target } from './target.ts';

/** What a program used for a piece of work: medians over its runs. */
export interface Row {
  readonly program: string;
  /** How fast or how much, in words. */
  readonly figure: string;
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
  /** Missing where it was not measured by itself. */
  readonly peakBytes?: number;
  /** CPU time over ours for the same work, by pairs: above 1, ours is faster. Missing for ours. */
  readonly cpuRatio?: Ratio;
  readonly wallRatio?: Ratio;
}

/** What a workload found. */
export interface Outcome {
  readonly id: string;
  /** What was done, in words. */
  readonly title: string;
  readonly rows: readonly Row[];
  readonly targets: readonly Target[];
  /** What a reader must know to judge the numbers. */
  readonly notes: readonly string[];
  /** Answers that differ between programs: nothing was compared beyond them. */
  readonly disagreements: readonly string[];
}

import type { ArmSummary, Assumption, ClaimSummary, RunResult } from '../../engine/result.ts';
import type { QuantityName } from './cell-quantity.ts';
import type { Tip } from './tip.ts';
import type { TippingPoint } from './tipping-point.ts';

/** One quantity of one cell, against the first cell. */
export interface SweepRow {
  /** Number of the cell, from 1. */
  readonly cell: number;
  readonly truth: string;
  readonly quantity: QuantityName;
  /** An arm, an arm and an endpoint, a claim's endpoint, or its arm where several are compared, a verdict; empty for the whole design. */
  readonly of: string;
  readonly estimate: number;
  readonly mcse: number;
  readonly exact?: number;
  /** Estimate less that of the first cell, its MCSE taken replicate by replicate; absent in the first cell, and where that has no such quantity. */
  readonly difference?: number;
  readonly differenceMcse?: number;
}

/** A cell as the answer lists it. */
export interface CellSummary {
  /** From 1; the first is what the others are compared with. */
  readonly cell: number;
  /** By varied path, as written; empty where the cell leaves the scenario's own value. */
  readonly values: Readonly<Record<string, string>>;
  /** Of the resolved scenario. */
  readonly sha256: string;
  readonly arms: readonly ArmSummary[];
}

/** What a sweep answers: a pure function of version, scenario and options. */
export interface SweepResult {
  readonly isoeffect: string;
  /** The first cell's. */
  readonly scenario: RunResult['scenario'];
  readonly seed: string;
  readonly replicates: number;
  readonly worlds: number;
  readonly truths: readonly string[];
  readonly paths: readonly { readonly path: string; readonly isLog: boolean }[];
  readonly tips: readonly Tip[];
  readonly arms: readonly ArmSummary[];
  readonly claims: readonly Pick<ClaimSummary, 'endpoint' | 'arm' | 'sentence' | 'test' | 'limit'>[];
  /** Where things turn, in sentences: one a line of cells and truth. */
  readonly answers: readonly string[];
  readonly tippingPoints: readonly TippingPoint[];
  readonly cells: readonly CellSummary[];
  readonly rows: readonly SweepRow[];
  readonly assumptions: readonly Assumption[];
  readonly warnings: readonly string[];
}

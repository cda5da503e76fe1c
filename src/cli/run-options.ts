import type { Shard } from '../engine/deal-shards.ts';
import type { ReportFormat } from '../node/report-format.ts';

/** Options of commands that write what a run leaves. */
export interface WriteOptions {
  readonly replicatesFile?: 'csv' | 'parquet' | 'none';
  readonly report: boolean;
  readonly format: readonly ReportFormat[];
  readonly json?: boolean;
}

/** Options of `isoeffect run`. */
export interface RunOptions extends WriteOptions {
  readonly out?: string;
  readonly seed?: string;
  readonly replicates?: number;
  readonly worlds?: number;
  readonly workers?: number;
  readonly set: readonly string[];
  readonly resume?: boolean;
  /** Undefined where their size decides. */
  readonly keepBatches?: boolean;
  readonly shard?: Shard;
  /** Minutes without progress after which a thread is taken for hanging. */
  readonly patience?: number;
  readonly yes?: boolean;
}

/** Options of `isoeffect merge`. */
export interface MergeOptions extends WriteOptions {
  readonly out?: string;
}

import type { ReportFormat } from '../node/report-format.ts';

/** Options of `isoeffect run`. */
export interface RunOptions {
  readonly out?: string;
  readonly seed?: string;
  readonly replicates?: number;
  readonly worlds?: number;
  readonly workers?: number;
  readonly set: readonly string[];
  readonly resume?: boolean;
  readonly replicatesFile?: 'csv' | 'parquet' | 'none';
  readonly report: boolean;
  readonly format: readonly ReportFormat[];
  readonly yes?: boolean;
  readonly json?: boolean;
}

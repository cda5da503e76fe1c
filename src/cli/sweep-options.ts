import type { ReportFormat } from '../node/report-format.ts';

/** Options of `isoeffect sweep`. */
export interface SweepOptions {
  readonly vary: readonly string[];
  readonly list?: string;
  readonly set: readonly string[];
  readonly seed?: string;
  readonly replicates?: number;
  readonly worlds?: number;
  readonly workers?: number;
  readonly truths?: boolean;
  readonly tip: readonly string[];
  readonly out?: string;
  readonly report: boolean;
  readonly format: readonly ReportFormat[];
  readonly yes?: boolean;
  readonly json?: boolean;
}

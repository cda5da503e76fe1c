import type { RunResult } from '../../engine/result.ts';

/** A row of a chart's data. */
export type Row = Readonly<Record<string, string | number | boolean | null>>;

/** What a chart shows of one result. */
export interface ChartContent {
  /** The answer that the chart gives, as a sentence without its full stop; it becomes the title. */
  readonly title: string;
  /** What is drawn and what to make of it: the caption, and all there is for those who cannot see it. */
  readonly description: string;
  /** Rows for every named data set of the specification. */
  readonly data: Readonly<Record<string, readonly Row[]>>;
  /** Values for every parameter of the specification. */
  readonly params: Readonly<Record<string, string | number | readonly string[] | readonly number[]>>;
}

/** One entry of a registry: a Vega-Lite specification in `reports/`, and how a result of its kind fills it. */
export interface ChartDefinition<Result = RunResult> {
  readonly summary: string;
  readonly reference: string;
  /** The Vega-Lite specification, with named data. */
  readonly spec: object;
  /** There where it shows three arms or more as well. */
  readonly severalArms?: true;
  /** There where it shows what was put in, which stays as it is while simulation goes on. */
  readonly showsInput?: true;
  /** The chart's content, or undefined where the result has nothing for it. */
  content(result: Result): ChartContent | undefined;
}

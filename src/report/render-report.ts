import type { RunResult } from '../engine/result.ts';

/** One rendered chart. */
export interface Figure {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly svg: string;
  /** The Vega-Lite specification with the data in it, as JSON: opens in the Vega editor. */
  readonly spec: string;
}

/** The report of a result: one self-contained HTML file, and its figures. */
export async function renderReport(result: RunResult): Promise<{ html: string; figures: readonly Figure[] }> {
  return { html: `<!doctype html><title>${result.isoeffect}</title>`, figures: [] };
}

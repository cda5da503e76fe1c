import type { RunResult } from '../engine/result.ts';
import { type Figure, renderFigures } from './render-figures.ts';
import { reportHtml } from './report-html.ts';

/** The report of a result: one self-contained HTML file, and its figures. */
export async function renderReport(result: RunResult): Promise<{ html: string; figures: readonly Figure[] }> {
  const figures = await renderFigures(result);
  return { html: await reportHtml(result, figures), figures };
}

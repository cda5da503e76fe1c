import type { RunResult } from '../engine/result.ts';
import { examplesOfRun } from './examples-of-run.ts';
import type { RenderedReport } from './page.ts';
import { renderFigures } from './render-figures.ts';
import { reportHtml } from './report-html.ts';

/** The report of a result: one self-contained HTML file, and its figures. */
export async function renderReport(result: RunResult): Promise<RenderedReport> {
  const figures = await renderFigures(result);
  const examples = await examplesOfRun(result);
  return {
    html: await reportHtml(result, figures, examples),
    figures: [...figures, ...examples.flatMap((example) => example.figures)],
  };
}

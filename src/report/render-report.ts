import { type AimResult, isAimResult } from '../engine/aim-result.ts';
import type { RunResult } from '../engine/result.ts';
import { examplesOfRun } from './examples-of-run.ts';
import type { RenderedReport } from './page.ts';
import { renderAim } from './render-aim.ts';
import { renderFigures } from './render-figures.ts';
import { reportHtml } from './report-html.ts';

/** The report of a result, of claims or of an aim: one self-contained HTML file, and its figures. */
export function renderReport(result: RunResult | AimResult): Promise<RenderedReport> {
  return isAimResult(result) ? renderAim(result) : renderClaims(result);
}

async function renderClaims(result: RunResult): Promise<RenderedReport> {
  const figures = await renderFigures(result);
  const examples = await examplesOfRun(result);
  return {
    html: await reportHtml(result, figures, examples),
    figures: [...figures, ...examples.flatMap((example) => example.figures)],
  };
}

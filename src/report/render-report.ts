import { type AnyResult, isAimResult, isClaimsResult } from '../engine/any-result.ts';
import type { RunResult } from '../engine/result.ts';
import { examplesOfRun } from './examples-of-run.ts';
import type { RenderedReport } from './page.ts';
import { renderAim } from './render-aim.ts';
import { renderEscalation } from './render-escalation.ts';
import { renderFigures } from './render-figures.ts';
import { reportHtml } from './report-html.ts';

/** The report of a result, whatever it is of: one self-contained HTML file, and its figures. */
export function renderReport(result: AnyResult): Promise<RenderedReport> {
  if (isClaimsResult(result)) return renderClaims(result);
  return isAimResult(result) ? renderAim(result) : renderEscalation(result);
}

async function renderClaims(result: RunResult): Promise<RenderedReport> {
  const figures = await renderFigures(result);
  const examples = await examplesOfRun(result);
  return {
    html: await reportHtml(result, figures, examples),
    figures: [...figures, ...examples.flatMap((example) => example.figures)],
  };
}

import type { EstimateResult } from '../engine/estimate-result.ts';
import { drawFigures } from './draw-figures.ts';
import { estimateCharts } from './estimate-charts/index.ts';
import { page, type RenderedReport } from './page.ts';
import { estimateAssumptionsSection } from './sections/estimate-assumptions.ts';
import { estimateMethodsSection } from './sections/estimate-methods.ts';
import { estimateProvenanceSection } from './sections/estimate-provenance.ts';
import { estimateResultsSection } from './sections/estimate-results.ts';
import { estimateSummarySection } from './sections/estimate-summary.ts';
import { figuresSection } from './sections/figures.ts';

/** The report of an estimate of α/β: one self-contained HTML file, and its figures. */
export async function renderEstimate(result: EstimateResult): Promise<RenderedReport> {
  const figures = await drawFigures(estimateCharts, result);
  const html = await page({
    title: result.title,
    version: result.isoeffect,
    sections: [
      estimateSummarySection(result),
      figuresSection(figures),
      estimateResultsSection(result),
      estimateAssumptionsSection(result),
      estimateMethodsSection(result),
      estimateProvenanceSection(result),
    ],
  });
  return { html, figures };
}

import { comparisonCharts } from './comparison-charts/index.ts';
import { drawFigures } from './draw-figures.ts';
import type { NamedResult } from './named-result.ts';
import { page, type RenderedReport } from './page.ts';
import { comparisonProvenanceSection } from './sections/comparison-provenance.ts';
import { comparisonSummarySection } from './sections/comparison-summary.ts';
import { comparisonTablesSection } from './sections/comparison-tables.ts';
import { figuresSection } from './sections/figures.ts';

/** The report of several results side by side: one self-contained HTML file, and its figures. */
export async function renderComparison(results: readonly NamedResult[]): Promise<RenderedReport> {
  const figures = await drawFigures(comparisonCharts, results);
  const html = await page({
    title: `${results.length} trials side by side`,
    version: results[0].result.isoeffect,
    sections: [
      comparisonSummarySection(results),
      figuresSection(figures),
      comparisonTablesSection(results),
      comparisonProvenanceSection(results),
    ],
  });
  return { html, figures };
}

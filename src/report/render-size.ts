import type { SizeResult } from '../study/size/size-result.ts';
import { drawFigures } from './draw-figures.ts';
import { page, type RenderedReport } from './page.ts';
import { assumptionsSection } from './sections/assumptions.ts';
import { figuresSection } from './sections/figures.ts';
import { sizeAnalysesSection } from './sections/size-analyses.ts';
import { sizeAssuranceSection } from './sections/size-assurance.ts';
import { sizeBreakingPointsSection } from './sections/size-breaking-points.ts';
import { sizeExposedSection } from './sections/size-exposed.ts';
import { sizeHeldSection } from './sections/size-held.ts';
import { sizeMethodsSection } from './sections/size-methods.ts';
import { sizeProvenanceSection } from './sections/size-provenance.ts';
import { sizeSummarySection } from './sections/size-summary.ts';
import { sizeWayOutSection } from './sections/size-way-out.ts';
import { sizeCharts } from './size-charts/index.ts';

/** The report of how large a trial must be: one self-contained HTML file, and its figures. */
export async function renderSize(result: SizeResult): Promise<RenderedReport> {
  const figures = await drawFigures(sizeCharts, result);
  const html = await page({
    title: result.scenario.title,
    version: result.isoeffect,
    sections: [
      sizeSummarySection(result),
      figuresSection(figures),
      sizeAnalysesSection(result),
      sizeAssuranceSection(result),
      sizeHeldSection(result),
      sizeExposedSection(result),
      sizeBreakingPointsSection(result),
      sizeWayOutSection(result),
      assumptionsSection(result),
      sizeMethodsSection(result),
      sizeProvenanceSection(result),
    ],
  });
  return { html, figures };
}

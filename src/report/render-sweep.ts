import type { SweepResult } from '../study/sweep/sweep-result.ts';
import { drawFigures } from './draw-figures.ts';
import { page, type RenderedReport } from './page.ts';
import { assumptionsSection } from './sections/assumptions.ts';
import { figuresSection } from './sections/figures.ts';
import { sweepMethodsSection } from './sections/sweep-methods.ts';
import { sweepProvenanceSection } from './sections/sweep-provenance.ts';
import { sweepSummarySection } from './sections/sweep-summary.ts';
import { sweepTablesSection } from './sections/sweep-tables.ts';
import { sweepTippingSection } from './sections/sweep-tipping.ts';
import { sweepCharts } from './sweep-charts/index.ts';

/**
 * The report of a sweep: one self-contained HTML file, and its figures.
 *
 * @param command the command line that repeats it
 */
export async function renderSweep(result: SweepResult, command: string): Promise<RenderedReport> {
  const figures = await drawFigures(sweepCharts, result);
  const html = await page({
    title: `${result.scenario.title}: a sweep`,
    version: result.isoeffect,
    sections: [
      sweepSummarySection(result),
      figuresSection(figures),
      sweepTippingSection(result),
      sweepTablesSection(result),
      assumptionsSection(result),
      sweepMethodsSection(),
      sweepProvenanceSection(result, command),
    ],
  });
  return { html, figures };
}

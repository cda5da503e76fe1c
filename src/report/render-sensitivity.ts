import type { SensitivityRecord } from '../study/sensitivity/sensitivity-result.ts';
import { drawFigures } from './draw-figures.ts';
import { page, type RenderedReport } from './page.ts';
import { figuresSection } from './sections/figures.ts';
import { sensitivityMethodsSection } from './sections/sensitivity-methods.ts';
import { sensitivityProvenanceSection } from './sections/sensitivity-provenance.ts';
import { sensitivitySummarySection } from './sections/sensitivity-summary.ts';
import { sensitivityTablesSection } from './sections/sensitivity-tables.ts';
import { sensitivityCharts } from './sensitivity-charts/index.ts';

/** The report of a sensitivity study: one self-contained HTML file, and its figures. */
export async function renderSensitivity(record: SensitivityRecord): Promise<RenderedReport> {
  const { result } = record;
  const figures = await drawFigures(sensitivityCharts, record);
  const html = await page({
    title: `What matters: ${result.scenario.title}`,
    version: result.isoeffect,
    sections: [
      sensitivitySummarySection(record),
      figuresSection(figures),
      sensitivityTablesSection(result),
      sensitivityMethodsSection(result),
      sensitivityProvenanceSection(record),
    ],
  });
  return { html, figures };
}

import type { AimResult } from '../engine/aim-result.ts';
import { aimCharts } from './aim-charts/index.ts';
import { aimMethods } from './aim-methods.ts';
import { drawFigures } from './draw-figures.ts';
import { page, type RenderedReport } from './page.ts';
import { aimResultsSection } from './sections/aim-results.ts';
import { aimSummarySection } from './sections/aim-summary.ts';
import { burdenSection } from './sections/burden.ts';
import { checklistsSection } from './sections/checklists.ts';
import { equationsSection } from './sections/equations.ts';
import { figuresSection } from './sections/figures.ts';
import { methodsList } from './sections/methods.ts';
import { premisesSection } from './sections/premises.ts';
import { provenanceSection } from './sections/provenance.ts';

/** The report of a run with an aim. */
export async function renderAim(result: AimResult): Promise<RenderedReport> {
  const figures = await drawFigures(aimCharts, result);
  const burden = burdenSection(result);
  const html = await page({
    title: result.scenario.title,
    version: result.isoeffect,
    sections: [
      aimSummarySection(result),
      figuresSection(figures),
      aimResultsSection(result),
      ...(burden ? [burden] : []),
      equationsSection(result),
      premisesSection(result),
      methodsList(aimMethods(result)),
      checklistsSection(result),
      provenanceSection(result),
    ],
  });
  return { html, figures };
}

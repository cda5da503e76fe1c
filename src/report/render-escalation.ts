import type { EscalationResult } from '../engine/escalation-result.ts';
import { drawFigures } from './draw-figures.ts';
import { escalationCharts } from './escalation-charts/index.ts';
import { escalationMethods } from './escalation-methods.ts';
import { page, type RenderedReport } from './page.ts';
import { burdenSection } from './sections/burden.ts';
import { checklistsSection } from './sections/checklists.ts';
import { equationsSection } from './sections/equations.ts';
import { escalationResultsSection } from './sections/escalation-results.ts';
import { escalationSummarySection } from './sections/escalation-summary.ts';
import { figuresSection } from './sections/figures.ts';
import { methodsList } from './sections/methods.ts';
import { premisesSection } from './sections/premises.ts';
import { provenanceSection } from './sections/provenance.ts';

/** The report of a run of dose escalation. */
export async function renderEscalation(result: EscalationResult): Promise<RenderedReport> {
  const figures = await drawFigures(escalationCharts, result);
  const burden = burdenSection(result);
  const html = await page({
    title: result.scenario.title,
    version: result.isoeffect,
    sections: [
      escalationSummarySection(result),
      figuresSection(figures),
      escalationResultsSection(result),
      ...(burden ? [burden] : []),
      equationsSection(result),
      premisesSection(result),
      methodsList(escalationMethods(result)),
      checklistsSection(result),
      provenanceSection(result),
    ],
  });
  return { html, figures };
}

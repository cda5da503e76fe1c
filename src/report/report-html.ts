import type { RunResult } from '../engine/result.ts';
import type { Figure } from './draw-figures.ts';
import type { ExampleOfRun } from './examples-of-run.ts';
import { page } from './page.ts';
import { adoptionSection } from './sections/adoption.ts';
import { burdenSection } from './sections/burden.ts';
import { checklistsSection } from './sections/checklists.ts';
import { equationsSection } from './sections/equations.ts';
import { examplesSection } from './sections/examples.ts';
import { figuresSection } from './sections/figures.ts';
import { methodsSection } from './sections/methods.ts';
import { premisesSection } from './sections/premises.ts';
import { provenanceSection } from './sections/provenance.ts';
import { resultsSection } from './sections/results.ts';
import { summarySection } from './sections/summary.ts';

/** The report of a run as one HTML file that needs nothing else. */
export async function reportHtml(
  result: RunResult,
  figures: readonly Figure[],
  examples: readonly ExampleOfRun[],
): Promise<string> {
  const adoption = adoptionSection(result);
  const burden = burdenSection(result);
  return page({
    title: result.scenario.title,
    version: result.isoeffect,
    sections: [
      summarySection(result),
      figuresSection(figures),
      resultsSection(result),
      ...(adoption ? [adoption] : []),
      ...(burden ? [burden] : []),
      examplesSection(examples),
      equationsSection(result),
      premisesSection(result),
      methodsSection(result),
      checklistsSection(result),
      provenanceSection(result),
    ],
  });
}

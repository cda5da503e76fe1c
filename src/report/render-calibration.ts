import type { CalibrationRecord } from '../engine/calibration-record.ts';
import { calibrationCharts } from './calibration-charts/index.ts';
import { drawFigures } from './draw-figures.ts';
import { page, type RenderedReport } from './page.ts';
import { calibrationBasisSection } from './sections/calibration-basis.ts';
import { calibrationCostsSection } from './sections/calibration-costs.ts';
import { calibrationDrawsSection } from './sections/calibration-draws.ts';
import { calibrationFitsSection } from './sections/calibration-fits.ts';
import { calibrationMethodsSection } from './sections/calibration-methods.ts';
import { calibrationProvenanceSection } from './sections/calibration-provenance.ts';
import { calibrationStudiesSection } from './sections/calibration-studies.ts';
import { calibrationSummarySection } from './sections/calibration-summary.ts';
import { calibrationWoundsSection } from './sections/calibration-wounds.ts';
import { figuresSection } from './sections/figures.ts';

/** The report of a calibration: one self-contained HTML file, and its figures. */
export async function renderCalibration(record: CalibrationRecord): Promise<RenderedReport> {
  const { result } = record;
  const figures = await drawFigures(calibrationCharts, record);
  const html = await page({
    title: `α/β of local control from ${result.evidence}`,
    version: record.isoeffect,
    sections: [
      calibrationSummarySection(record),
      figuresSection(figures),
      calibrationFitsSection(result),
      calibrationStudiesSection(result),
      calibrationWoundsSection(result),
      calibrationCostsSection(result),
      calibrationDrawsSection(result),
      calibrationBasisSection(record),
      calibrationMethodsSection(result),
      calibrationProvenanceSection(record),
    ],
  });
  return { html, figures };
}

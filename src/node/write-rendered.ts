import type { RenderedReport } from '../report/page.ts';
import { writeWhole } from './output-folder.ts';
import { type ReportFormat, reportFile, USUAL_FORMATS } from './report-format.ts';
import { writeFigures } from './write-figures.ts';

/** Writes a report in some formats, and `figures/`, into a folder. */
export async function writeRendered(
  folder: string,
  { html, figures }: RenderedReport,
  formats: readonly ReportFormat[] = USUAL_FORMATS,
): Promise<void> {
  if (formats.includes('html')) writeWhole(folder, reportFile('html'), html);
  if (formats.includes('pdf')) {
    const { reportPdf } = await import('./pdf/report-pdf.ts');
    writeWhole(folder, reportFile('pdf'), await reportPdf(html));
  }
  await writeFigures(folder, 'figures', figures);
}

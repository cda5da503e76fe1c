import type { NamedResult } from '../report/named-result.ts';
import { renderComparison } from '../report/render-comparison.ts';
import type { ReportFormat } from './report-format.ts';
import { writeRendered } from './write-rendered.ts';

/** Writes the report and `figures/` of several results side by side into a folder. */
export async function writeComparison(
  folder: string,
  results: readonly NamedResult[],
  formats?: readonly ReportFormat[],
): Promise<void> {
  await writeRendered(folder, await renderComparison(results), formats);
}

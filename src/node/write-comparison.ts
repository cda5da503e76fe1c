import type { NamedResult } from '../report/named-result.ts';
import { renderComparison } from '../report/render-comparison.ts';
import { writeRendered } from './write-rendered.ts';

/** Writes `report.html` and `figures/` of several results side by side into a folder. */
export async function writeComparison(folder: string, results: readonly NamedResult[]): Promise<void> {
  writeRendered(folder, await renderComparison(results));
}

import { basename, dirname, resolve } from 'node:path';
import { isClaimsResult } from '../engine/any-result.ts';
import { readResult } from '../engine/read-result.ts';
import { prepareFolder } from '../node/output-folder.ts';
import { readText } from '../node/read-text.ts';
import type { ReportFormat } from '../node/report-format.ts';
import { systemReason } from '../node/system-reason.ts';
import type { NamedResult } from '../report/named-result.ts';
import type { RenderedReport } from '../report/page.ts';
import { UsageError } from './explain.ts';
import { shownReports } from './format-option.ts';

/** Where the report of several results goes unless a folder is given. */
const SIDE_BY_SIDE = 'out/side-by-side';

function readFile(path: string): ReturnType<typeof readResult> {
  let text: string;
  try {
    text = readText(path);
  } catch (error) {
    throw new UsageError(`${path}: cannot be read (${systemReason(error)})`);
  }
  return readResult(text, path);
}

/** The folders of results tell them apart, as far as they do; else the whole paths. */
function namesOf(paths: readonly string[]): string[] {
  const folders = paths.map((path) => basename(dirname(resolve(path))));
  return new Set(folders).size === paths.length ? folders : [...paths];
}

function readNamed(paths: readonly string[]): NamedResult[] {
  const names = namesOf(paths);
  return paths.map((path, i) => {
    const result = readFile(path);
    if (!isClaimsResult(result))
      throw new UsageError(
        `${path}: makes no claim and has no power to be compared by; give results of trials with claims`,
      );
    return { name: names[i], result };
  });
}

/**
 * Writes the report of a result again, or of several side by side.
 *
 * @param out beside the single result unless given
 * @throws UsageError if a result cannot be read, or is given twice
 */
export async function reportAndWrite(
  paths: readonly string[],
  { out, format }: { out?: string; format: readonly ReportFormat[] },
): Promise<void> {
  const twice = paths.find((path, i) => paths.findIndex((other) => resolve(other) === resolve(path)) < i);
  if (twice !== undefined) throw new UsageError(`${twice}: is given twice`);
  const folder = out ?? (paths.length === 1 ? dirname(paths[0]) : SIDE_BY_SIDE);
  const rendered = await render(paths);
  prepareFolder(folder);
  const { writeRendered } = await import('../node/write-rendered.ts');
  await writeRendered(folder, rendered, format);
  console.log(`Report: ${shownReports(folder, format)}`);
}

/** @throws UsageError for a result that lacks a part of what a run writes */
async function render(paths: readonly string[]): Promise<RenderedReport> {
  const { renderReport } = await import('../report/render-report.ts');
  const { renderComparison } = await import('../report/render-comparison.ts');
  try {
    return await (paths.length === 1 ? renderReport(readFile(paths[0])) : renderComparison(readNamed(paths)));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new UsageError(`${paths.join(', ')}: is not the whole result of a run (${error.message})`);
  }
}

import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { readResult } from '../engine/read-result.ts';
import { prepareFolder } from '../node/output-folder.ts';
import { UsageError } from './explain.ts';

/** Writes the report of a result again, beside it unless a folder is given. @throws UsageError if it cannot be read */
export async function reportAndWrite(path: string, { out }: { out?: string }): Promise<void> {
  const folder = out ?? dirname(path);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new UsageError(`${path}: cannot be read (${(error as NodeJS.ErrnoException).code ?? error})`);
  }
  const result = readResult(text, path);
  prepareFolder(folder);
  const { writeReport } = await import('../node/write-report.ts');
  await writeReport(folder, result);
  console.log(`Report: ${folder}/report.html`);
}

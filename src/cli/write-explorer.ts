import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readExplorerFiles } from '../node/explorer-files.ts';
import { prepareFolder, writeWhole } from '../node/output-folder.ts';
import { UsageError } from './explain.ts';

/** A page among other files would take the place of theirs. */
const PAGE = 'index.html';

/**
 * `isoeffect explore --out`: writes the explorer's files for a web host, the page last, so that where it is, everything is.
 *
 * @param scenario must not be given, as a link to the page names it
 * @throws UsageError if it is, or if there is a page in the folder already; nothing is overwritten
 */
export function writeExplorer(folder: string, scenario: string | undefined): void {
  if (scenario !== undefined)
    throw new UsageError(`--out takes no scenario: the page opens ${scenario} by a link to it`);
  const files = readExplorerFiles();
  if (existsSync(join(folder, PAGE)))
    throw new UsageError(`${join(folder, PAGE)} is there already; name another folder with --out`);
  prepareFolder(folder);
  const pageLast = [...files].sort(([a], [b]) => Number(a === PAGE) - Number(b === PAGE));
  for (const [name, text] of pageLast) writeWhole(folder, name, text);
  console.log(`Wrote ${folder}: ${files.size} files for any web host, in any path.`);
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { packageFolder } from './package-folder.ts';

/**
 * The explorer's files, which any web host can serve: texts by their paths, as the build packed them into one file.
 *
 * @param file the packed file: a JSON object of texts by path, compressed with gzip
 * @throws Error if it is not there
 */
export function readExplorerFiles(
  file = join(packageFolder(), 'dist', 'explorer.json.gz'),
): ReadonlyMap<string, string> {
  if (!existsSync(file))
    throw new Error(`the explorer is not built: there is no ${file} (npm run build makes it)`);
  const texts: Record<string, string> = JSON.parse(gunzipSync(readFileSync(file)).toString('utf8'));
  return new Map(Object.entries(texts));
}

import { createRequire } from 'node:module';
import { extname } from 'node:path';

const require = createRequire(import.meta.url);

/**
 * Loads a part of the command line, with all that it imports, when a command needs it.
 *
 * @param name of a file beside this one, without its ending
 */
export async function loadPart<Part>(name: string): Promise<Part> {
  const file = `./${name}${extname(import.meta.url)}`;
  // Hundreds of small files come a third sooner one after another than through the promises of import()
  return process.features.require_module ? require(file) : await import(file);
}

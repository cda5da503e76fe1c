import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readWritten, shippedNames, shippedPath } from '../node/shipped-files.ts';
import { systemReason } from '../node/system-reason.ts';
import { unknownWord } from '../numeric/closest-word.ts';
import { EDITOR_LINE, EDITOR_SCHEMA, editorSchemaText } from '../scenario/editor-schema.ts';
import { UsageError } from './explain.ts';
import { quoteArgument } from './quote-argument.ts';

/**
 * `isoeffect init`: copies a shipped scenario, and lays the schema beside it that its first line names to editors.
 *
 * @throws UsageError for an unknown template, or a file that is there or cannot be written
 */
export function initScenario(template: string, target: string): void {
  const names = shippedNames();
  if (!names.includes(template)) throw new UsageError(unknownWord('template', template, names));
  if (existsSync(target)) throw new UsageError(`${target} is there already; name another file with --out`);
  // One of another version is replaced; without it there is no scenario that names it
  write(join(dirname(target), EDITOR_SCHEMA), editorSchemaText(), 'w');
  write(target, `${EDITOR_LINE}\n${readWritten(shippedPath(template))}`, 'wx');
  console.log(`Wrote ${target}. Next: isoeffect run ${quoteArgument(target)}`);
}

function write(path: string, text: string, flag: 'w' | 'wx'): void {
  try {
    writeFileSync(path, text, { flag });
  } catch (error) {
    throw new UsageError(`${path}: cannot be written (${systemReason(error)})`);
  }
}

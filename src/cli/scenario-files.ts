import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { closestWord } from '../numeric/closest-word.ts';
import { UsageError } from './explain.ts';

/** Folder of the scenarios that come with the package. */
export const shippedFolder = (): string =>
  join(dirname(createRequire(import.meta.url).resolve('isoeffect/package.json')), 'scenarios');

/** Names of the shipped scenarios. */
export const shippedNames = (): string[] =>
  readdirSync(shippedFolder())
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => basename(file, '.yaml'));

/** A scenario file's text, with the name that messages and output folders use. */
export interface ScenarioFile {
  readonly text: string;
  readonly file: string;
  readonly name: string;
}

/** Reads a scenario by its path, or one that comes with the package by its name. @throws UsageError if there is none */
export function readScenarioFile(given: string): ScenarioFile {
  const names = shippedNames();
  const isShipped = !existsSync(given) && names.includes(given);
  const path = isShipped ? join(shippedFolder(), `${given}.yaml`) : given;
  try {
    return {
      text: readFileSync(path, 'utf8').replace(/^\uFEFF/, ''),
      file: isShipped ? `${given}.yaml` : given,
      name: basename(path).replace(/\.ya?ml$/, ''),
    };
  } catch (error) {
    const near = closestWord(basename(given).replace(/\.ya?ml$/, ''), names);
    const code = (error as NodeJS.ErrnoException).code;
    const why = code === 'ENOENT' ? 'there is no such file' : `cannot be read (${code ?? error})`;
    throw new UsageError(`${given}: ${why}${near ? `; did you mean the shipped scenario ${near}?` : ''}`);
  }
}

import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import {
  readBeside,
  readWritten,
  SCENARIOS,
  type ShippedKind,
  shippedNames,
  shippedPath,
  withoutEnding,
} from '../node/shipped-files.ts';
import { systemReason } from '../node/system-reason.ts';
import { closestWord } from '../numeric/closest-word.ts';
import { UsageError } from './explain.ts';

/** A file's text, with the name that messages and output folders use. */
export interface ScenarioFile {
  readonly text: string;
  readonly file: string;
  readonly name: string;
  /** Whether it comes with the package. */
  readonly isShipped: boolean;
  /** Reads a file that this one names, relative to it. */
  readBeside(path: string): string;
}

/** Reads a file by its path, or one that comes with the package by its name. @throws UsageError if there is none */
export function readShippedFile(given: string, kind: ShippedKind): ScenarioFile {
  const names = shippedNames(kind);
  const isShipped = !existsSync(given) && names.includes(given);
  const path = isShipped ? shippedPath(given, kind) : given;
  try {
    return {
      text: readWritten(path),
      file: isShipped ? basename(path) : given,
      name: withoutEnding(basename(path)),
      isShipped,
      readBeside: (named) => readBeside(path, named),
    };
  } catch (error) {
    const near = closestWord(withoutEnding(basename(given)), names);
    const reason = systemReason(error);
    const why = reason === 'ENOENT' ? 'there is no such file' : `cannot be read (${reason})`;
    throw new UsageError(`${given}: ${why}${near ? `; did you mean the shipped ${kind.noun} ${near}?` : ''}`);
  }
}

/** Reads a scenario by its path, or one that comes with the package by its name. @throws UsageError if there is none */
export const readScenarioFile = (given: string): ScenarioFile => readShippedFile(given, SCENARIOS);

import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { packageFolder } from '../node/package-folder.ts';
import { readText } from '../node/read-text.ts';
import { systemReason } from '../node/system-reason.ts';
import { closestWord } from '../numeric/closest-word.ts';
import { UsageError } from './explain.ts';

/** A kind of file that comes with the package. */
export interface ShippedKind {
  /** Folder in the package. */
  readonly folder: string;
  /** What one is called. */
  readonly noun: string;
  /** Ending of its files, yaml unless given. */
  readonly ending?: 'csv';
}

export const SCENARIOS: ShippedKind = { folder: 'scenarios', noun: 'scenario' };
export const EFFECTS: ShippedKind = { folder: 'scenarios/effects', noun: 'effects file' };
export const EVIDENCE: ShippedKind = { folder: 'scenarios/evidence', noun: 'evidence table', ending: 'csv' };

const withoutEnding = (file: string): string => file.replace(/\.(ya?ml|csv)$/, '');

/** Folder of the files that come with the package. */
export const shippedFolder = ({ folder }: ShippedKind = SCENARIOS): string => join(packageFolder(), folder);

/** Names of the shipped files of a kind. */
export const shippedNames = (kind: ShippedKind = SCENARIOS): string[] =>
  readdirSync(shippedFolder(kind))
    .filter((file) => file.endsWith(`.${kind.ending ?? 'yaml'}`))
    .map(withoutEnding);

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
  const shipped = `${given}.${kind.ending ?? 'yaml'}`;
  const path = isShipped ? join(shippedFolder(kind), shipped) : given;
  try {
    return {
      text: readText(path).replace(/^\uFEFF/, ''),
      file: isShipped ? shipped : given,
      name: withoutEnding(basename(path)),
      isShipped,
      readBeside: (named) => readBeside(dirname(path), named),
    };
  } catch (error) {
    const near = closestWord(withoutEnding(basename(given)), names);
    const reason = systemReason(error);
    const why = reason === 'ENOENT' ? 'there is no such file' : `cannot be read (${reason})`;
    throw new UsageError(`${given}: ${why}${near ? `; did you mean the shipped ${kind.noun} ${near}?` : ''}`);
  }
}

/**
 * Reads a file beside another one, or as the shell would name it, or one that comes with the package: a copied scenario
 * finds what the shipped one names.
 *
 * @throws Error saying which file cannot be read, and why
 */
function readBeside(folder: string, named: string): string {
  const places = [resolve(folder, named), named, join(shippedFolder(), named)];
  try {
    return readText(places.find(existsSync) ?? named);
  } catch (error) {
    const reason = systemReason(error);
    throw new Error(
      `${named}: ${reason === 'ENOENT' ? 'there is no such file' : `cannot be read (${reason})`}`,
    );
  }
}

/** Reads a scenario by its path, or one that comes with the package by its name. @throws UsageError if there is none */
export const readScenarioFile = (given: string): ScenarioFile => readShippedFile(given, SCENARIOS);

import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { packageFolder } from './package-folder.ts';
import { readText } from './read-text.ts';
import { systemReason } from './system-reason.ts';

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

/** The name of a file of a kind without its ending. */
export const withoutEnding = (file: string): string => file.replace(/\.(ya?ml|csv)$/, '');

/** Folder of the files that come with the package. */
export const shippedFolder = ({ folder }: ShippedKind = SCENARIOS): string => join(packageFolder(), folder);

/** Names of the shipped files of a kind. */
export const shippedNames = (kind: ShippedKind = SCENARIOS): string[] =>
  readdirSync(shippedFolder(kind))
    .filter((file) => file.endsWith(`.${kind.ending ?? 'yaml'}`))
    .map(withoutEnding);

/** The path of a shipped file of a kind, by its name. */
export const shippedPath = (name: string, kind: ShippedKind = SCENARIOS): string =>
  join(shippedFolder(kind), `${name}.${kind.ending ?? 'yaml'}`);

/** The text of a file that people write, without the mark that some editors put before it. */
export const readWritten = (path: string): string => readText(path).replace(/^\uFEFF/, '');

/**
 * Reads a file beside another one, or as the shell would name it, or one that comes with the package: a copied scenario
 * finds what the shipped one names. Names hold `/` or `\` between folders, whatever the system.
 *
 * @throws Error saying which file cannot be read, and why
 */
export function readBeside(beside: string, named: string): string {
  const portable = named.replaceAll('\\', '/');
  const places = [named, portable].flatMap((name) => [
    resolve(dirname(beside), name),
    name,
    join(shippedFolder(), name),
  ]);
  try {
    return readWritten(places.find(existsSync) ?? named);
  } catch (error) {
    const reason = systemReason(error);
    throw new Error(
      `${named}: ${reason === 'ENOENT' ? 'there is no such file' : `cannot be read (${reason})`}`,
    );
  }
}

import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { ScenarioError } from '../scenario/scenario-error.ts';

/** Makes a folder and those above it, one by one: Node's own way up can hang on folders of the system. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another shard may have been quicker
    if (!existsSync(folder)) throw error;
  }
}

/**
 * Makes the folder that results go to, and makes sure of it before anything is simulated.
 *
 * @throws ScenarioError if it cannot be made or written
 */
export function prepareFolder(folder: string): void {
  try {
    makeFolder(resolve(folder));
    if (!statSync(folder).isDirectory()) throw new Error('it is a file');
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new ScenarioError([{ where: folder, message: `cannot be written (${why})` }]);
  }
}

/**
 * Writes a file under a temporary name and renames it, so that it is there whole or not at all, even after a power loss.
 *
 * @param temporary name that no other process writes to at the same time
 * @throws Error naming the file, if the disk is full or refuses it
 */
export function writeWhole(
  folder: string,
  name: string,
  content: string | Uint8Array,
  temporary = `${name}.part`,
): void {
  const path = join(folder, name);
  const beside = join(folder, temporary);
  try {
    makeFolder(resolve(dirname(path)));
    const file = openSync(beside, 'w');
    try {
      writeFileSync(file, content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(beside, path);
  } catch (error) {
    throw unwritten(path, beside, error);
  }
}

/** What is thrown when a file cannot be written; what was begun of it is removed, as it would take room on a full disk. */
export function unwritten(path: string, beside: string, error: unknown): Error {
  rmSync(beside, { force: true });
  const why = error instanceof Error ? error.message : String(error);
  return new Error(`${path} cannot be written (${why})`, { cause: error });
}

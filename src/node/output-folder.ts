import { accessSync, constants, mkdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ScenarioError } from '../scenario/scenario-error.ts';

/**
 * Makes the folder that results go to, and makes sure of it before anything is simulated.
 *
 * @throws ScenarioError if it cannot be made or written
 */
export function prepareFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    if (!statSync(folder).isDirectory()) throw new Error('it is a file');
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new ScenarioError([{ where: folder, message: `cannot be written (${why})` }]);
  }
}

/** Writes a file under a temporary name and renames it, so that it is there whole or not at all. */
export function writeWhole(folder: string, name: string, content: string): void {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.part`, content);
  renameSync(`${path}.part`, path);
}

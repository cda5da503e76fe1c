import { join, relative } from 'node:path';

/** A path as messages show it: from the working folder on where it lies in there. */
export function shownPath(...parts: string[]): string {
  const path = relative(process.cwd(), join(...parts));
  return path.startsWith('..') ? join(...parts) : path;
}

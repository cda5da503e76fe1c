import { isForbiddenKey, splitPath } from '../../scenario/path.ts';

/** A longer path leads nowhere. */
const MOST_PATH_CHARACTERS = 500;

/** Whether a link can carry a path: one that a scenario may have, without `=`. */
export function isLinkPath(path: string): boolean {
  if (path.length > MOST_PATH_CHARACTERS || path.includes('=')) return false;
  try {
    splitPath({}, path);
    return !path.split('.').some(isForbiddenKey);
  } catch {
    return false;
  }
}

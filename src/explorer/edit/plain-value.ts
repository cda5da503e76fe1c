import { badLetterIn } from '../../scenario/bad-letter.ts';
import { isForbiddenKey } from '../../scenario/path.ts';

/** Blocks in blocks; no scenario comes near. */
const DEEPEST = 30;

const refuse = (what: string): never => {
  throw new RangeError(`invalid value: ${what}`);
};

function requireGoodLetters(text: string): void {
  const bad = badLetterIn(text);
  if (bad) refuse(bad);
}

/**
 * Checks that a value can be written in a scenario: text, a finite number, true or false, nothing (null), or lists and
 * blocks of these.
 *
 * @throws RangeError if it is anything else, lies too deep, holds a letter that does not show, or has a key that would reach behind an object
 */
export function requirePlainValue(value: unknown, depth = 0): void {
  if (value === null || typeof value === 'boolean') return;
  if (typeof value === 'string') {
    requireGoodLetters(value);
    return;
  }
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) refuse(`${value} (must be finite)`);
    return;
  }
  if (typeof value !== 'object')
    refuse(`${typeof value} (must be text, a number, true or false, or a block)`);
  if (depth >= DEEPEST) refuse(`blocks lie more than ${DEEPEST} deep`);
  for (const [key, item] of Object.entries(value as object)) {
    if (isForbiddenKey(key)) refuse(`no scenario has a key ${key}`);
    requireGoodLetters(key);
    requirePlainValue(item, depth + 1);
  }
}

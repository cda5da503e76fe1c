import { InvalidArgumentError } from 'commander';

/** Parses a whole number at or above `least`. */
export function wholeNumber(least: number) {
  return (text: string): number => {
    const value = Number(text);
    if (text.trim() === '' || !Number.isSafeInteger(value) || value < least) {
      throw new InvalidArgumentError(`must be a whole number >= ${least}.`);
    }
    return value;
  };
}

/** Parses a number above 0. */
export function positiveNumber(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value <= 0)
    throw new InvalidArgumentError('must be a number > 0.');
  return value;
}

/** Collects a repeatable option. */
export const collect = (text: string, before: readonly string[]): string[] => [...before, text];

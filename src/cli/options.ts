import { InvalidArgumentError } from 'commander';
import { MOST_WORKERS } from '../node/most-workers.ts';

/** Parses a whole number at or above `least`, at most `most`. */
export function wholeNumber(least: number, most = Infinity) {
  const must =
    most < Infinity
      ? `must be a whole number from ${least} to ${most}.`
      : `must be a whole number >= ${least}.`;
  return (text: string): number => {
    const value = Number(text);
    if (text.trim() === '' || !Number.isSafeInteger(value) || value < least || value > most)
      throw new InvalidArgumentError(must);
    return value;
  };
}

/** Parses the number of threads. */
export const numberOfWorkers = wholeNumber(1, MOST_WORKERS);

/** Largest number of a port. */
const LAST_PORT = 65_535;

/** Parses the number of a port, or 0 for one that is free. */
export function portNumber(text: string): number {
  if (!/^\d+$/.test(text) || Number(text) > LAST_PORT)
    throw new InvalidArgumentError(`must be a whole number from 0 to ${LAST_PORT}.`);
  return Number(text);
}

/** Parses a finite number above 0. */
export function positiveNumber(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value > 0 && value < Infinity))
    throw new InvalidArgumentError('must be a number > 0.');
  return value;
}

/** Parses a finite number at or above 0. */
export function nonNegativeNumber(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value < Infinity))
    throw new InvalidArgumentError('must be a number >= 0.');
  return value;
}

/** Parses a share strictly between 0 and 1. */
export function openShare(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value > 0 && value < 1))
    throw new InvalidArgumentError('must be a number above 0 and below 1.');
  return value;
}

/** Largest α/β in Gy: beyond, fractionation does not matter. */
const MOST_ALPHA_BETA_GY = 1000;

/** Parses an α/β in Gy: above 0, at most 1000. */
export function alphaBetaGy(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value > 0 && value <= MOST_ALPHA_BETA_GY)) {
    throw new InvalidArgumentError(`must be a number > 0, at most ${MOST_ALPHA_BETA_GY}.`);
  }
  return value;
}

/** Collects a repeatable option. */
export const collect = (text: string, before: readonly string[]): string[] => [...before, text];

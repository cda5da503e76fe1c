import { createScrambledSobol } from '../../random/scrambled-sobol.ts';
import type { SeedKey } from '../../random/seed-key.ts';
import { SOBOL_DIMENSIONS } from '../../random/sobol-sequence.ts';
import type { StatedWorld } from './evaluate-worlds.ts';
import type { SensitivityInput } from './sensitivity-inputs.ts';

/** Inputs for which two independent samples have dimensions. */
export const MOST_INPUTS = SOBOL_DIMENSIONS / 2;

/** Worlds of two samples, A and B, and of A with one input after the other from B; each of the same number of rows. */
export interface PickFreezeWorlds {
  readonly a: readonly StatedWorld[];
  readonly b: readonly StatedWorld[];
  readonly mixed: readonly (readonly StatedWorld[])[];
}

/** How worlds are laid out one after the other: A, B, then the mixtures. */
export const inOrder = ({ a, b, mixed }: PickFreezeWorlds): StatedWorld[] => [...a, ...b, ...mixed.flat()];

/**
 * The worlds that variance-based indices need, at scrambled Sobol points: A in the first dimensions, B in those after.
 *
 * A row of A and its mixtures share their random streams, so that simulated trials differ between them by the input alone;
 * B has streams of its own.
 *
 * @param rows of each sample, a power of two
 * @throws RangeError for more than {@link MOST_INPUTS} inputs
 */
export function pickFreezeWorlds(
  key: SeedKey,
  inputs: readonly SensitivityInput[],
  rows: number,
): PickFreezeWorlds {
  const point = createScrambledSobol(key, 'sensitivity');
  const numbers = Array.from({ length: rows }, (_, row) => row);
  const sample = (first: number): (readonly number[])[][] =>
    numbers.map((row) => inputs.map((input, i) => input.at(point(row, first + i))));
  const [a, b] = [sample(0), sample(inputs.length)];
  const world = (values: readonly (readonly number[])[], stream: number): StatedWorld => ({
    values: values.flat(),
    stream,
  });
  // World 0 is the one as planned; more rows never change the numbers of those before
  const [ofA, ofB] = [(row: number) => 2 * row + 1, (row: number) => 2 * row + 2];
  return {
    a: numbers.map((row) => world(a[row], ofA(row))),
    b: numbers.map((row) => world(b[row], ofB(row))),
    mixed: inputs.map((_, i) => numbers.map((row) => world(a[row].with(i, b[row][i]), ofA(row)))),
  };
}

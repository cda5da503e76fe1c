import { createOwenScramble } from './owen-scramble.ts';
import type { SeedKey } from './seed-key.ts';
import { sobolDigits } from './sobol-sequence.ts';

const UNIT = 1 / 4294967296;

/**
 * Scrambled Sobol points: coordinate `dimension` of point `index`, uniform and strictly inside (0, 1). It hangs on the key,
 * the name and its own two numbers alone: more points or dimensions never change those there were. Every run of 2ᵐ points
 * from a multiple of 2ᵐ has one in each of the 2ᵐ equal intervals of each coordinate.
 *
 * @param name what the points are for
 * @throws RangeError for more dimensions than the sequence has
 */
export function createScrambledSobol(
  key: SeedKey,
  name: string,
): (index: number, dimension: number) => number {
  const scrambles: ((digits: number) => number)[] = [];
  return (index, dimension) => {
    const digits = sobolDigits(index, dimension);
    const scramble = (scrambles[dimension] ??= createOwenScramble(key, name, dimension));
    // The middle of the interval that 32 digits leave
    return (scramble(digits) + 0.5) * UNIT;
  };
}

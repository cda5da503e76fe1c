import { philox4x32 } from './philox.ts';
import type { SeedKey } from './seed-key.ts';
import { purpose } from './stream.ts';

/** Digits whose flips one block of 128 random bits holds: a binary tree of seven levels has 127 nodes. */
const LEVELS = 7;
const DIGITS = 32;

/**
 * Nested uniform scrambling of 32 binary digits: each digit is flipped or not by a fair coin of its own for every value of
 * the digits before it. The coins are addressed by key, name and dimension, so that the same digits are always scrambled
 * alike.
 *
 * @returns scrambles the digits of a coordinate, given and returned as a whole number from 0 to 2³² − 1
 * @see Owen 1995, in Monte Carlo and Quasi-Monte Carlo Methods in Scientific Computing, 299–317
 */
export function createOwenScramble(
  key: SeedKey,
  name: string,
  dimension: number,
): (digits: number) => number {
  const { low, high } = purpose(`${name}/${dimension}`);
  const block = new Uint32Array(4);
  return (digits) => {
    let flips = 0;
    for (let first = 0; first < DIGITS; first += LEVELS) {
      // The digits before these, and how many they are, say which tree it is
      block[0] = (first === 0 ? 0 : digits >>> (DIGITS - first)) ^ key[2];
      block[1] = first ^ key[3];
      block[2] = low;
      block[3] = high;
      philox4x32(block, key[0], key[1]);
      let node = 1;
      for (let k = first; k < Math.min(first + LEVELS, DIGITS); k++) {
        flips = (flips << 1) | ((block[node >>> 5] >>> (node & 31)) & 1);
        node = 2 * node + ((digits >>> (DIGITS - 1 - k)) & 1);
      }
    }
    return (digits ^ flips) >>> 0;
  };
}

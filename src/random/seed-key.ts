import seedrandom from 'seedrandom';

/** 128 bits that stand for the seed text: four unsigned 32-bit words. */
export type SeedKey = Uint32Array;

/** The key of a seed text, by seedrandom's ARC4; called once a run. */
export function seedKey(seed: string): SeedKey {
  const generator = seedrandom(seed);
  return Uint32Array.from({ length: 4 }, () => generator.int32() >>> 0);
}

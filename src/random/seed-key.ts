import seedrandom from 'seedrandom';

/** 128 bits that stand for the seed text: four unsigned 32-bit words. */
export type SeedKey = Uint32Array;

/** The key of a seed text, by seedrandom's ARC4 over its UTF-8 bytes; called once a run. */
export function seedKey(seed: string): SeedKey {
  // seedrandom reads eight bits a character, and would take α for ±
  const generator = seedrandom(String.fromCharCode(...new TextEncoder().encode(seed)));
  return Uint32Array.from({ length: 4 }, () => generator.int32() >>> 0);
}

import { describe, expect, it } from 'vitest';
import { philox4x32 } from '../../src/random/philox.ts';

const words = (text: string): number[] => text.split(' ').map((word) => Number.parseInt(word, 16));

describe('Philox4x32-10', () => {
  // kat_vectors of Random123 (Salmon et al. 2011)
  it.each([
    ['00000000 00000000 00000000 00000000', '00000000 00000000', '6627e8d5 e169c58d bc57ac4c 9b00dbd8'],
    ['ffffffff ffffffff ffffffff ffffffff', 'ffffffff ffffffff', '408f276d 41c83b0e a20bc7c6 6d5451fd'],
    ['243f6a88 85a308d3 13198a2e 03707344', 'a4093822 299f31d0', 'd16cfe09 94fdcceb 5001e420 24126ea1'],
  ])('encrypts %s under %s to the known answer', (counter, key, answer) => {
    const block = Uint32Array.from(words(counter));
    const [key0, key1] = words(key);
    philox4x32(block, key0, key1);
    expect([...block]).toEqual(words(answer));
  });

  it('is Philox by 64-bit integers', () => {
    const mask = 0xffffffffn;
    const reference = (counter: bigint[], key: bigint[]): bigint[] => {
      let [c0, c1, c2, c3] = counter;
      let [k0, k1] = key;
      for (let round = 0; round < 10; round++) {
        const [p0, p1] = [c0 * 0xd2511f53n, c2 * 0xcd9e8d57n];
        [c0, c1, c2, c3] = [(p1 >> 32n) ^ c1 ^ k0, p1 & mask, (p0 >> 32n) ^ c3 ^ k1, p0 & mask];
        [k0, k1] = [(k0 + 0x9e3779b9n) & mask, (k1 + 0xbb67ae85n) & mask];
      }
      return [c0, c1, c2, c3];
    };
    // A linear congruential generator is enough to spread the inputs
    let state = 12345;
    const next = (): number => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0);
    for (let i = 0; i < 500; i++) {
      const block = Uint32Array.from({ length: 4 }, next);
      const [key0, key1] = [next(), next()];
      const expected = reference(Array.from(block, BigInt), [BigInt(key0), BigInt(key1)]);
      philox4x32(block, key0, key1);
      expect(Array.from(block, BigInt)).toEqual(expected);
    }
  });

  it('gives different blocks to different counters', () => {
    const seen = new Set<string>();
    for (let i = 0; i < 20_000; i++) {
      const block = Uint32Array.of(i, 0, 0, 0);
      philox4x32(block, 1, 2);
      seen.add(block.join());
    }
    expect(seen.size).toBe(20_000);
  });
});

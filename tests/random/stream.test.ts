import { describe, expect, it } from 'vitest';
import { seedKey } from '../../src/random/seed-key.ts';
import { fillFromState, fillUniforms, purpose, uniformAt } from '../../src/random/stream.ts';

const key = seedKey('streams');
const stream = (world: number, replicate: number, name: string, count: number, of = key): Float64Array => {
  const out = new Float64Array(count);
  fillUniforms(of, { world, replicate, purpose: purpose(name) }, out, count);
  return out;
};

describe('xoshiro128++', () => {
  /** First outputs from the state (1, 2, 3, 4): reference implementation of Blackman & Vigna; also in rand_xoshiro. */
  const known = [
    641, 1573767, 3222811527, 3517856514, 836907274, 4247214768, 3867114732, 1355841295, 495546011, 621204420,
  ];

  it('gives 53-bit uniforms of the known words: 27 bits of one, 26 of the next', () => {
    const out = new Float64Array(5);
    fillFromState(Uint32Array.of(1, 2, 3, 4), out, 5);
    const expected = out.map((_, i) => {
      const bits = (BigInt(known[2 * i] >>> 5) << 26n) | BigInt(known[2 * i + 1] >>> 6);
      return Number(bits) / 2 ** 53;
    });
    expect([...out]).toEqual([...expected]);
    expect(out[1]).toBe(((3222811527 >>> 5) * 2 ** 26 + (3517856514 >>> 6)) / 2 ** 53);
  });

  it('replaces a uniform of 0 by 2⁻⁵⁴', () => {
    // Words are made of s0 and s3; from s2 alone, both are still 0 at the second
    const out = new Float64Array(1);
    fillFromState(Uint32Array.of(0, 0, 1, 0), out, 1);
    expect(out[0]).toBe(2 ** -54);
  });

  it('leaves its state alone and writes no further than asked', () => {
    const state = Uint32Array.of(9, 8, 7, 6);
    const out = new Float64Array(4).fill(-1);
    fillFromState(state, out, 2);
    expect([...state]).toEqual([9, 8, 7, 6]);
    expect([out[2], out[3]]).toEqual([-1, -1]);
  });
});

describe('streams', () => {
  it('of one address are always the same, whatever was drawn in between', () => {
    const first = stream(3, 41, '1/alphaBetaGy', 50);
    stream(0, 0, '0/sf2', 1000);
    expect(stream(3, 41, '1/alphaBetaGy', 50)).toEqual(first);
  });

  it('have the prefix property: the first k of n draws are those of k draws', () => {
    const long = stream(0, 7, '0/localControl', 500);
    for (const k of [0, 1, 2, 3, 17, 499]) {
      expect(stream(0, 7, '0/localControl', k)).toEqual(long.slice(0, k));
    }
    expect(uniformAt(key, { world: 0, replicate: 7, purpose: purpose('0/localControl') })).toBe(long[0]);
  });

  it('of distinct seeds, worlds, replicates and purposes are distinct', () => {
    const first = new Map<number, string>();
    for (const seed of ['a', 'A', 'a ', '01', 'α', '±']) {
      for (const world of [0, 1, 2, 255, 2 ** 32 - 1]) {
        for (const replicate of [0, 1, 2, 9999, 2 ** 32 - 1]) {
          for (const name of ['0/sf2', '1/sf2', '0/localControl', '0/localControl/latency', '']) {
            const address = JSON.stringify([seed, world, replicate, name]);
            const u = stream(world, replicate, name, 1, seedKey(seed))[0];
            expect(first.get(u), address).toBeUndefined();
            first.set(u, address);
          }
        }
      }
    }
    expect(first.size).toBe(6 * 5 * 5 * 5);
  });

  it('lie strictly inside (0, 1)', () => {
    const draws = stream(0, 0, 'inside', 500_000);
    expect(Math.min(...draws.slice(0, 1000))).toBeGreaterThan(0);
    let [low, high] = [1, 0];
    for (const u of draws) [low, high] = [Math.min(low, u), Math.max(high, u)];
    expect(low).toBeGreaterThan(0);
    expect(high).toBeLessThan(1);
    // More than 32 bits are in use
    expect(draws.some((u) => u * 2 ** 32 !== Math.floor(u * 2 ** 32))).toBe(true);
  });
});

describe('purposes', () => {
  it('hash 100,000 realistic names without a collision', () => {
    const words = [
      'alphaBetaGy',
      'sf2',
      'alphaPerGy',
      'lowerLimb',
      'tumourSizeCm',
      'diabetes',
      'smoker',
      'bmi',
    ];
    const tails = ['', '/latency', '/residual', '/clonogens', '/evaluable'];
    const names = new Set<string>();
    for (let position = 0; position < 10; position++) {
      for (const word of words) {
        for (const tail of tails) {
          for (let i = 0; i < 250; i++) names.add(`${position}/${word}${i === 0 ? '' : i}${tail}`);
        }
      }
    }
    expect(names.size).toBe(100_000);
    const hashes = new Set([...names].map((name) => Object.values(purpose(name)).join('/')));
    expect(hashes.size).toBe(names.size);
  });

  it('use both halves: each alone collides about as often as 32 random bits would', () => {
    const n = 100_000;
    const names = Array.from({ length: n }, (_, i) => `${i % 2}/characteristic${i}`);
    for (const half of ['low', 'high'] as const) {
      const distinct = new Set(names.map((name) => purpose(name)[half])).size;
      // n²/2³³ = 1.16 collisions expected; 12 or more have probability below 1e-7
      expect(n - distinct).toBeLessThan(12);
    }
  });

  it('tell an order of letters, a prefix and characters beyond 8 bits', () => {
    const names = ['ab', 'ba', 'a', 'aa', 'aaa', '', 'α', 'β', 'αβ', 'a\u0000', '\u0000a', 'ı', 'ı\u0001'];
    expect(new Set(names.map((name) => JSON.stringify(purpose(name)))).size).toBe(names.length);
  });
});

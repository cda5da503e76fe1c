import { describe, expect, it } from 'vitest';
import { createOwenScramble } from '../../src/random/owen-scramble.ts';
import { createScrambledSobol } from '../../src/random/scrambled-sobol.ts';
import { seedKey } from '../../src/random/seed-key.ts';
import { SOBOL_DIMENSIONS } from '../../src/random/sobol-sequence.ts';

const key = seedKey('scrambled');
const at = createScrambledSobol(key, 'points');

describe('Owen scrambling', () => {
  const scramble = createOwenScramble(key, 'points', 3);
  /** Leading digits that two numbers share. */
  const shared = (a: number, b: number): number => Math.clz32(a ^ b);

  it('keeps how many leading digits any two coordinates share, and so is a bijection', () => {
    const numbers = Array.from({ length: 200 }, (_, i) => Math.imul(i, 0x9e3779b1) >>> 0);
    const near = numbers.flatMap((n, i) => [n, (n ^ (1 << (i % 32))) >>> 0]);
    for (let i = 1; i < near.length; i++)
      expect(shared(scramble(near[i]), scramble(near[i - 1]))).toBe(shared(near[i], near[i - 1]));
  });

  it('flips each digit by a fair coin of its own: alike for equal digits before, independent otherwise', () => {
    // 2000 dimensions of fresh coins; 5 standard errors of a fair coin are 0.056
    const flips = Array.from({ length: 2000 }, (_, dimension) => {
      const of = createOwenScramble(key, 'coins', dimension);
      return [of(0), of(0x80000000) ^ 0x80000000, of(0x40000000) ^ 0x40000000] as const;
    });
    const share = (is: (flip: readonly [number, number, number]) => boolean): number =>
      flips.filter(is).length / flips.length;
    for (let k = 0; k < 32; k++) {
      const bit = (flip: number): number => (flip >>> (31 - k)) & 1;
      expect(Math.abs(share(([a]) => bit(a) === 1) - 0.5)).toBeLessThan(0.056);
      const [first, second] = [share(([a, b]) => bit(a) === bit(b)), share(([a, , c]) => bit(a) === bit(c))];
      if (k === 0) expect(first).toBe(1);
      else expect(Math.abs(first - 0.5)).toBeLessThan(0.056);
      if (k <= 1) expect(second).toBe(1);
      else expect(Math.abs(second - 0.5)).toBeLessThan(0.056);
    }
  });

  it('differs by key, name and dimension', () => {
    const others = [
      createOwenScramble(seedKey('other'), 'points', 3),
      createOwenScramble(key, 'other', 3),
      createOwenScramble(key, 'points', 4),
    ];
    expect(new Set([scramble, ...others].map((of) => of(123456789))).size).toBe(4);
  });
});

describe('scrambled Sobol points', () => {
  it('keep one point in each of 2ᵐ equal intervals, strictly inside (0, 1)', () => {
    for (let dimension = 0; dimension < SOBOL_DIMENSIONS; dimension += 9) {
      // From a multiple of 2ᵐ on as from 0
      for (const from of [0, 256]) {
        const values = Array.from({ length: 256 }, (_, i) => at(from + i, dimension));
        expect(Math.min(...values)).toBeGreaterThan(0);
        expect(Math.max(...values)).toBeLessThan(1);
        expect(new Set(values.map((u) => Math.floor(256 * u))).size).toBe(256);
      }
    }
  });

  it('are the same in whatever order they are asked for', () => {
    const again = createScrambledSobol(key, 'points');
    const backwards = [9, 3, 0].map((i) => again(i, 5));
    expect(backwards).toEqual([9, 3, 0].map((i) => at(i, 5)));
  });

  it('integrate a smooth function far better than chance', () => {
    // ∫ Π (1 + (uⱼ − ½)) du = 1; the variance of the product is (1 + 1/12)⁶ − 1 = 0.616
    const points = 4096;
    let sum = 0;
    for (let i = 0; i < points; i++) {
      let product = 1;
      for (let j = 0; j < 6; j++) product *= 0.5 + at(i, j);
      sum += product;
    }
    expect(Math.abs(sum / points - 1)).toBeLessThan(0.05 * Math.sqrt(0.616 / points));
  });

  it('give the points that they gave', () => {
    expect([at(0, 0), at(1, 0), at(0, 1), at(1000, 63)]).toMatchInlineSnapshot(`
      [
        0.17554338613990694,
        0.6292600409360602,
        0.21149621007498354,
        0.05295472813304514,
      ]
    `);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findRoot } from '../../src/numeric/find-root.ts';

describe('findRoot', () => {
  it.each([
    ['√2', (x: number) => x * x - 2, 0, 2, Math.SQRT2],
    ['e', (x: number) => Math.log(x) - 1, 1, 10, Math.E],
    ['the fixed point of cos', (x: number) => Math.cos(x) - x, 0, 1, 0.7390851332151607],
    ['a root of high order', (x: number) => (x - 0.3) ** 9, -1, 1, 0.3],
    ['a steep step', (x: number) => Math.tanh(1e6 * (x - 0.123)), -5, 5, 0.123],
    ['a jump', (x: number) => (x < 0.7 ? -1 : 1), 0, 1, 0.7],
  ])('finds %s', (name, f, low, high, root) => {
    const tolerance = name === 'a root of high order' ? 1e-4 : 1e-15;
    expect(Math.abs(findRoot(f, low, high) - root)).toBeLessThan(tolerance);
  });

  it('returns an end that is the root, and takes the bracket either way round', () => {
    expect(findRoot((x) => x - 3, 3, 5)).toBe(3);
    expect(findRoot((x) => x - 5, 3, 5)).toBe(5);
    expect(findRoot((x) => x * x - 2, 2, 0)).toBeCloseTo(Math.SQRT2, 14);
  });

  it('refuses a bracket without a change of sign, and NaN', () => {
    expect(() => findRoot((x) => x * x + 1, -1, 1)).toThrow('invalid bracket: [-1, 1] gives 2 and 2');
    expect(() => findRoot(() => Number.NaN, 0, 1)).toThrow(RangeError);
  });

  it('looks at signs, not at products, which could underflow', () => {
    expect(findRoot((x) => 1e-200 * (x * x * x - 0.125), 0, 1)).toBeCloseTo(0.5, 14);
    expect(findRoot((x) => (x < 0.3 ? -Number.MIN_VALUE : 0.01 * x), 0, 1)).toBeCloseTo(0.3, 14);
  });

  it('finds the root of any rising cubic, to the spacing of doubles', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -100, max: 100, noNaN: true }),
        fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
        (root, slope) => {
          const f = (x: number): number => slope * (x - root) * (1 + (x - root) * (x - root));
          const found = findRoot(f, -150, 150);
          expect(Math.abs(found - root)).toBeLessThanOrEqual(
            1e-14 * Math.max(1e-300, Math.abs(root)) + 1e-300,
          );
        },
      ),
      { seed: 1, numRuns: 300 },
    );
  });

  it('needs few evaluations of a smooth function', () => {
    let calls = 0;
    findRoot((x) => ++calls && Math.exp(x) - 5, -50, 50);
    expect(calls).toBeLessThan(40);
  });
});

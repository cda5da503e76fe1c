import { describe, expect, it } from 'vitest';
import {
  requireCount,
  requireInteriorProbability,
  requireNonNegative,
  requirePositive,
  requireProbability,
} from '../../src/numeric/require-argument.ts';

describe('argument checks', () => {
  it('return what is right', () => {
    expect(requirePositive('a', 0.1)).toBe(0.1);
    expect(requireNonNegative('a', 0)).toBe(0);
    expect([requireProbability('a', 0), requireProbability('a', 1)]).toEqual([0, 1]);
    expect(requireInteriorProbability('a', 0.5)).toBe(0.5);
    expect(requireCount('a', 0)).toBe(0);
    expect(requireCount('a', 3, 3)).toBe(3);
  });

  it('name the argument, its value and the rule', () => {
    expect(() => requirePositive('alphaPerGy', -0.3)).toThrow(
      new RangeError('invalid alphaPerGy: -0.3 (must be > 0)'),
    );
    expect(() => requireCount('size', 2.5, 1)).toThrow(
      new RangeError('invalid size: 2.5 (must be a whole number >= 1)'),
    );
  });

  it.each([Number.NaN, Infinity, -Infinity, -1])('refuse %d', (value) => {
    for (const check of [
      requirePositive,
      requireNonNegative,
      requireProbability,
      requireInteriorProbability,
      requireCount,
    ]) {
      expect(() => check('a', value)).toThrow(RangeError);
    }
  });

  it('refuse the ends where they are outside', () => {
    expect(() => requirePositive('a', 0)).toThrow(RangeError);
    expect(() => requireInteriorProbability('a', 0)).toThrow(RangeError);
    expect(() => requireInteriorProbability('a', 1)).toThrow(RangeError);
    expect(() => requireCount('a', 2, 3)).toThrow(RangeError);
  });
});

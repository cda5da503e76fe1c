import { describe, expect, it } from 'vitest';
import { nearestOption, rightOption } from '../../../src/explorer/lesson-parts/right-option.ts';

describe('rightOption', () => {
  it('finds the one that holds', () => {
    expect(rightOption({ a: false, b: true })).toBe('b');
  });

  it('refuses none, and more than one', () => {
    expect(() => rightOption({ a: false })).toThrow('invalid options: 0 hold (must be 1)');
    expect(() => rightOption({ a: true, b: true })).toThrow('invalid options: 2 hold (must be 1)');
  });
});

describe('nearestOption', () => {
  it('measures by ratio', () => {
    // 30 is 3 × 10 and a third of 90: beyond √(10·90) the larger one is nearer
    expect(nearestOption({ low: 10, high: 90 }, 29)).toBe('low');
    expect(nearestOption({ low: 10, high: 90 }, 31)).toBe('high');
  });
});

import { describe, expect, it } from 'vitest';
import { largestLevel, levelSteps } from '../../../src/trial/threshold/largest-level.ts';

describe('levels as a protocol states them', () => {
  it.each([
    [0.05, 0.5, 100_000, 49_999, 5000],
    [0.025, 0.5, 100_000, 49_999, 2500],
    [0.5, 1, 10_000, 9999, 5000],
    [0.0123, 0.2, 100_000, 19_999, 1230],
  ])('below %d: steps to the fourth digit of %d', (target, most, perOne, steps, ofTarget) => {
    const found = levelSteps(target, most);
    expect(found).toMatchObject({ perOne, most: steps, target: ofTarget });
    expect(found.level(ofTarget)).toBe(target);
    // What is not looked at is not reached
    expect(found.level(found.most)).toBeLessThan(most);
    expect(found.level(found.most + 1)).toBeGreaterThanOrEqual(most);
  });

  it.each([0, 1, -0.1, Number.NaN])('have no target of %d', (target) => {
    expect(() => levelSteps(target, 0.5)).toThrow(
      new RangeError(`invalid target: ${target} (must be in (0, 1))`),
    );
  });

  it('are as large as the type I error allows', () => {
    expect(largestLevel((level) => 1.25 * level, 0.05, 0.5)).toBe(0.04);
    expect(largestLevel((level) => 0.8 * level, 0.05, 0.5)).toBe(0.0625);
    expect(largestLevel((level) => level, 0.05, 0.5)).toBe(0.05);
    expect(largestLevel(() => 0, 0.05, 0.5)).toBe(0.49999);
    expect(largestLevel(() => 1, 0.05, 0.5)).toBeUndefined();
    expect(largestLevel((level) => (level > 0.00001 ? 1 : 0), 0.05, 0.5)).toBe(0.00001);
  });
});

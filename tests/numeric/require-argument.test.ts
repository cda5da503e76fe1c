import { describe, expect, it } from 'vitest';
import { requirePositive } from '../../src/numeric/require-argument.ts';

describe('a programmer’s mistake', () => {
  it.each([0, -0.3, Number.NaN, Infinity])('%s is not above 0', (value) => {
    expect(() => requirePositive('alphaPerGy', value)).toThrow(
      new RangeError(`invalid alphaPerGy: ${value} (must be > 0)`),
    );
  });

  it('a good value comes back', () => {
    expect(requirePositive('alphaPerGy', 0.3)).toBe(0.3);
  });
});

import { describe, expect, it } from 'vitest';
import { oneSidedLevel, requireOneSidedLevel, twoSidedLevel } from '../../src/trial/significance-level.ts';

describe('a significance level', () => {
  it.each([
    [1e-12, undefined],
    [1e-13, '1e-13 is too small for a significance level (must be at least 1e-12)'],
    [0, '0 is too small (must be above 0)'],
    [0.499, undefined],
    [0.5, '0.5 is too large for a significance level (must be below 0.5)'],
  ])('%d: %s', (level, message) => {
    for (const schema of [oneSidedLevel(), twoSidedLevel()])
      expect(schema.safeParse(level).error?.issues[0].message).toBe(message);
  });

  it.each([0, 0.5, -0.1, Number.NaN])('is none on one side: %d', (level) => {
    expect(() => requireOneSidedLevel(level)).toThrow(
      new RangeError(`invalid oneSidedAlpha: ${level} (must be in (0, 0.5))`),
    );
  });

  it('is given back where it is one', () => {
    expect([0.025, 0.499].map(requireOneSidedLevel)).toEqual([0.025, 0.499]);
  });
});

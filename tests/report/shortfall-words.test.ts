import { describe, expect, it } from 'vitest';
import { shortfallWords } from '../../src/report/shortfall-words.ts';

describe('where a curve lies below a limit', () => {
  it.each([
    [true, [3.3], 'above 3.3 Gy'],
    [false, [3.3], 'below 3.3 Gy'],
    [true, [2, 5.04], 'between 2 and 5 Gy'],
    [false, [2, 5], 'below 2 Gy or above 5 Gy'],
    [true, [2, 5, 9], 'between 2 and 5 Gy or above 9 Gy'],
    [false, [2, 5, 9], 'below 2 Gy or between 5 and 9 Gy'],
  ] as const)('starting above it (%s), with crossings at %j', (startsAbove, crossingsGy, words) => {
    expect(shortfallWords(startsAbove, crossingsGy)).toBe(words);
  });
});

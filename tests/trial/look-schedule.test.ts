import { describe, expect, it } from 'vitest';
import { lookSizes, looksPhrase, looksProblem } from '../../src/trial/look-schedule.ts';

describe('looks', () => {
  it('are listed, or come at equal steps up to the size', () => {
    expect(lookSizes([9, 24], 30)).toEqual([9, 24]);
    expect(lookSizes({ every: 10 }, 35)).toEqual([10, 20, 30]);
    expect(lookSizes({ every: 5, from: 12, to: 24 }, 35)).toEqual([12, 17, 22]);
  });

  it.each([
    [[20, 10], 'looks must rise: 10 follows 20'],
    [[10, 10], 'looks must rise: 10 follows 10'],
    [[10, 40], 'a look at 40 patients is beyond the 35 of the trial'],
    [{ every: 40 }, 'no look falls within 35 patients'],
    [{ every: 20, to: 60 }, 'looks up to 60 patients are beyond the 35 of the trial'],
    [[10, 35], undefined],
    [[35], undefined],
    [[36], 'a look at 36 patients is beyond the 35 of the trial'],
    [{ every: 35 }, undefined],
    [{ every: 36 }, 'no look falls within 35 patients'],
    [{ every: 20, to: 35 }, undefined],
    [{ every: 20, to: 36 }, 'looks up to 36 patients are beyond the 35 of the trial'],
    [{ every: 5, from: 12, to: 11 }, 'no look falls within 35 patients'],
    [{ every: 5, from: 12, to: 12 }, undefined],
  ])('%j in a trial of 35: %s', (looks, problem) => {
    expect(looksProblem(looks as never, 35)).toBe(problem);
  });

  it('without end are refused before they are listed', () => {
    expect(looksProblem({ every: 1 }, 1e15)).toBe('more than 10000 looks');
    expect(looksProblem({ every: 1 }, 10_000)).toBeUndefined();
    expect(looksProblem({ every: 1 }, 10_001)).toBe('more than 10000 looks');
    expect(looksProblem({ every: 1, from: 2 }, 10_001)).toBeUndefined();
    expect(looksProblem({ every: 2, from: 1, to: 20_000 }, 30_000)).toBeUndefined();
    expect(looksProblem({ every: 2, from: 1, to: 20_001 }, 30_000)).toBe('more than 10000 looks');
    const many = Array.from({ length: 10_001 }, (_, i) => i + 1);
    expect(looksProblem(many, 20_000)).toBe('more than 10000 looks');
  });

  it('are put in words', () => {
    expect(looksPhrase([9])).toBe('9');
    expect(looksPhrase([10, 20, 30])).toBe('10, 20 and 30');
    expect(looksPhrase([10, 20, 30, 40])).toBe('10, 20, … 40');
  });
});

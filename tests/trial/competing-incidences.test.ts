import { describe, expect, it } from 'vitest';
import { competingIncidences } from '../../src/trial/competing-incidences.ts';

describe('two competing events', () => {
  it('share what happens in the ratio of their hazards', () => {
    const found = competingIncidences(0.3, 0.1, 2);
    const gone = 1 - Math.exp(-0.8);
    expect(found.incidence).toBeCloseTo(0.75 * gone, 14);
    expect(found.competingIncidence).toBeCloseTo(0.25 * gone, 14);
    expect(found.naive).toBeCloseTo(1 - Math.exp(-0.6), 14);
    expect(found.neither).toBeCloseTo(1 - gone, 14);
    expect(competingIncidences(0, 0, 2)).toMatchObject({ incidence: 0, competingIncidence: 0, neither: 1 });
    for (const [first, second, years] of [
      [-1, 0, 1],
      [1, -1, 1],
      [1, 0, -1],
    ])
      expect(() => competingIncidences(first, second, years)).toThrow(RangeError);
  });
});

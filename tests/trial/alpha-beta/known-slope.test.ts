import { describe, expect, it } from 'vitest';
import { knownSlopeError } from '../../../src/trial/alpha-beta/known-slope.ts';

/** So many fractions of a size. */
const course = (fractions: number, gy: number) => ({
  doseGy: fractions * gy,
  doseSquaredGy2: fractions * gy * gy,
});
const eqd2 = (fractions: number, gy: number, ratio: number): number =>
  (fractions * gy * (gy + ratio)) / (2 + ratio);
const doses = [course(25, 2), course(13, 3.2), course(13, 3)];

describe('the error of α/β where the slope is known', () => {
  it('is that of the difference of rates over what α/β moves it by', () => {
    const [ratio, rates, perArm, slope] = [3, [0.3, 0.25], 400, 0.02];
    const between = (x: number): number => eqd2(13, 3, x) - eqd2(25, 2, x);
    const moves = (between(ratio + 1e-4) - between(ratio - 1e-4)) / 2e-4;
    const variance = (0.3 * 0.7 + 0.25 * 0.75) / perArm;
    const found = knownSlopeError([doses[0], doses[2]], ratio, rates, perArm, slope);
    expect(found).toBeCloseTo(Math.sqrt(variance) / Math.abs(slope * moves), 6);
    expect(knownSlopeError([doses[0], doses[2]], ratio, rates, perArm, -slope)).toBe(found);
  });

  it('is none of arms with 2 Gy fractions', () => {
    expect(() => knownSlopeError([course(25, 2), course(30, 2)], 3, [0.3, 0.2], 400, 0.02)).toThrow(
      new RangeError('no α/β: the EQD2 of the two arms differs by the same at every α/β'),
    );
  });
});

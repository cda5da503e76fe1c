import { describe, expect, it } from 'vitest';
import { normalCdf } from '../../src/numeric/normal-cdf.ts';
import { asinhStudentTQuantileAtScore, studentTSurvival } from '../../src/numeric/student-t-law.ts';

const quantileAt = (z: number, degreesOfFreedom: number): number =>
  Math.sqrt(degreesOfFreedom) * Math.sinh(asinhStudentTQuantileAtScore(z, degreesOfFreedom));

describe('Student’s t law', () => {
  // mpmath 1.3, 40 digits: the incomplete beta function, and its root
  it.each([
    [1, -0.01, -0.012533588732767355],
    [1, -0.5, -0.6863368145408113],
    [1, -1.99, -13.639622721432294],
    [1, -2.01, -14.304946604870691],
    [1, -5, -1110441.795581197],
    [1, -8.4, -14258683755643044],
    [2.5, -0.5, -0.5678223411069021],
    [2.5, -8.4, -4011117.093708621],
    [10, -0.01, -0.01025275568729073],
    [10, -1.99, -2.269742910341779],
    [10, -2.01, -2.297655954539326],
    [10, -8.4, -118.57372508961186],
    [100, -5, -5.344169676258126],
    [100, -8.4, -10.15780755181584],
    [10000, -0.5, -0.500015625380847],
    [10000, -2.01, -2.0102532962779205],
    [10000, -8.4, -8.415050397506535],
  ])('with %d degrees of freedom has at the score %d the quantile %d', (degreesOfFreedom, z, quantile) => {
    expect(quantileAt(z, degreesOfFreedom) / quantile).toBeCloseTo(1, 11);
    expect(quantileAt(-z, degreesOfFreedom)).toBe(-quantileAt(z, degreesOfFreedom));
    expect(studentTSurvival(-quantile, degreesOfFreedom) / normalCdf(z)).toBeCloseTo(1, 9);
  });

  it('with 1 degree of freedom is the Cauchy law', () => {
    for (const t of [-1e6, -3, -1, 0, 0.2, 1.9, 2.1, 40, 1e9]) {
      const tail = Math.atan2(1, t) / Math.PI;
      expect(studentTSurvival(t, 1) / tail).toBeCloseTo(1, 12);
    }
    expect([studentTSurvival(-Infinity, 3), studentTSurvival(Infinity, 3)]).toEqual([1, 0]);
  });
});

import { describe, expect, it } from 'vitest';
import { normalCdf } from '../../../src/numeric/normal-cdf.ts';
import { equalFractions } from '../../../src/radiobiology/linear-quadratic.ts';
import { expectedPrecision } from '../../../src/trial/alpha-beta/expected-precision.ts';

const doses = [equalFractions(25, 2), equalFractions(5, 6), equalFractions(5, 5)];
const failures = [7, 10.6, 53];
const slopes = { perGy: -0.118, perGy2: -0.024 };
const question = { event: 'failure', level: 0.95 } as const;

describe('expected precision of α/β', () => {
  it('is that of the saturated solution by hand', () => {
    // g2 = (L1·x2 − L2·x1)/(x2·y1 − x1·y2), Var L = [[1/e0 + 1/e1, 1/e0], [1/e0, 1/e0 + 1/e2]]
    const [x1, y1, x2, y2] = [-20, 80, -25, 25];
    const determinant = x2 * y1 - x1 * y2;
    const [v, v1, v2] = failures.map((e) => 1 / e);
    const ofG2 = [x2 / determinant, -x1 / determinant];
    const ofG1 = [(1 - y1 * ofG2[0]) / x1, (-y1 * ofG2[1]) / x1];
    const product = (a: number[], b: number[]) =>
      a[0] * b[0] * (v + v1) + (a[0] * b[1] + a[1] * b[0]) * v + a[1] * b[1] * (v + v2);
    const ratio = slopes.perGy / slopes.perGy2;
    const found = expectedPrecision(doses, failures, slopes, question)!;
    expect(found.coefficients.variancePerGy / product(ofG1, ofG1)).toBeCloseTo(1, 12);
    expect(found.coefficients.covariance / product(ofG1, ofG2)).toBeCloseTo(1, 12);
    const variance =
      product(ofG1, ofG1) - 2 * ratio * product(ofG1, ofG2) + ratio * ratio * product(ofG2, ofG2);
    expect(found.standardErrorGy).toBeCloseTo(Math.sqrt(variance) / 0.024, 10);
    expect(found.wrongSign.perGy2.probability).toBeCloseTo(
      normalCdf(-0.024 / Math.sqrt(product(ofG2, ofG2))),
      12,
    );
  });

  it('gains with the root of the patients', () => {
    const one = expectedPrecision(doses, failures, slopes, question)!.standardErrorGy;
    const four = expectedPrecision(
      doses,
      failures.map((e) => 4 * e),
      slopes,
      question,
    )!.standardErrorGy;
    expect(one / four).toBeCloseTo(2, 12);
  });

  it('has power no greater than the chance of a bounded set, and near it where g1 is sure', () => {
    const { power, wrongSign } = expectedPrecision(doses, failures, slopes, question)!;
    expect(power).toBeLessThanOrEqual(1 - wrongSign.unboundedProbability);
    expect(power).toBeCloseTo(1 - wrongSign.unboundedProbability, 4);
  });

  it('is none where only one arm expects failures', () => {
    expect(expectedPrecision(doses, [20, 0, 0], slopes, question)).toBeUndefined();
    expect(expectedPrecision(doses, [1e-300, 1e-300, 1e-300], slopes, question)).toBeUndefined();
  });

  it('turns its signs with the event', () => {
    const harm = expectedPrecision(
      doses,
      failures,
      { perGy: 0.118, perGy2: 0.024 },
      { ...question, event: 'harm' },
    )!;
    const failure = expectedPrecision(doses, failures, slopes, question)!;
    expect(harm.power).toBeCloseTo(failure.power, 12);
    expect(harm.wrongSign.perGy.probability).toBeCloseTo(failure.wrongSign.perGy.probability, 12);
  });
});

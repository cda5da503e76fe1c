import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isIdentifiable, solveDoseCoefficients } from '../../../src/trial/alpha-beta/dose-coefficients.ts';

/** 30 and 28.5 Gy in 5 against 50 Gy in 25. */
const rows: [number, number][] = [
  [-20, 80],
  [-21.5, 62.45],
];
const covariance = [
  [0.045, 0.02],
  [0.02, 0.05],
];

describe('dose coefficients', () => {
  it('of two rows meet the closed form', () => {
    const [l1, l2] = [Math.log(1.64), Math.log(1.1)];
    const { perGy, perGy2, fitted, goodnessOfFit } = solveDoseCoefficients({
      rows,
      observed: [l1, l2],
      covariance,
    });
    const [[x1, y1], [x2, y2]] = rows;
    const g2 = (l1 * x2 - l2 * x1) / (x2 * y1 - x1 * y2);
    expect(perGy2).toBeCloseTo(g2, 14);
    expect(perGy).toBeCloseTo((l1 - g2 * y1) / x1, 14);
    expect(fitted[0]).toBeCloseTo(l1, 13);
    expect(fitted[1]).toBeCloseTo(l2, 13);
    expect(goodnessOfFit).toBeNull();
  });

  it('their covariance is A⁻¹·V·A⁻ᵀ', () => {
    const {
      variancePerGy,
      variancePerGy2,
      covariance: v12,
    } = solveDoseCoefficients({
      rows,
      observed: [0.1, 0.2],
      covariance,
    });
    const [[x1, y1], [x2, y2]] = rows;
    const determinant = x1 * y2 - x2 * y1;
    const a = [
      [y2 / determinant, -y1 / determinant],
      [-x2 / determinant, x1 / determinant],
    ];
    const of = (i: number, j: number): number =>
      [0, 1].reduce(
        (sum, k) => sum + [0, 1].reduce((part, l) => part + a[i][k] * covariance[k][l] * a[j][l], 0),
        0,
      );
    expect(variancePerGy / of(0, 0)).toBeCloseTo(1, 11);
    expect(variancePerGy2 / of(1, 1)).toBeCloseTo(1, 11);
    expect(v12 / of(0, 1)).toBeCloseTo(1, 11);
  });

  it('of three rows are those of generalised least squares (NumPy)', () => {
    const {
      perGy,
      perGy2,
      variancePerGy,
      variancePerGy2,
      covariance: v12,
      goodnessOfFit,
    } = solveDoseCoefficients({
      rows: [
        [-20, 80],
        [-22.5, 51.25],
        [-5, 35],
      ],
      observed: [1.5, 1.05, 1.2].map(Math.log),
      covariance: [
        [0.04, 0.015, 0.015],
        [0.015, 0.05, 0.015],
        [0.015, 0.015, 0.03],
      ],
    });
    expect(perGy).toBeCloseTo(0.01608206, 8);
    expect(perGy2).toBeCloseTo(0.00892775, 8);
    expect(variancePerGy).toBeCloseTo(2.8604486e-4, 12);
    expect(variancePerGy2).toBeCloseTo(2.77418076e-5, 12);
    expect(v12).toBeCloseTo(7.90862844e-5, 12);
    expect(goodnessOfFit!.degreesOfFreedom).toBe(1);
    expect(goodnessOfFit!.chiSquared).toBeCloseTo(0.14952786260364617, 10);
    expect(goodnessOfFit!.pValue).toBeCloseTo(0.6989869585553017, 10);
  });

  it('come back from effects made of them, however many rows', () => {
    const size = fc.double({ min: 0.5, max: 10, noNaN: true });
    const counts = fc.integer({ min: 1, max: 30 });
    const arms = fc.array(fc.tuple(counts, size), { minLength: 2, maxLength: 6 });
    const coefficient = fc.double({ min: -0.2, max: 0.2, noNaN: true });
    fc.assert(
      fc.property(arms, coefficient, coefficient, (schedules, g1, g2) => {
        const doses = schedules.map(([n, d]): [number, number] => [n * d - 50, n * d * d - 100]);
        fc.pre(
          Math.max(
            ...doses.flatMap(([a, b]) =>
              doses.map(([c, e]) => Math.abs(a * e - b * c) / (Math.hypot(a, b) * Math.hypot(c, e) + 1e-300)),
            ),
          ) > 1e-3,
        );
        const { perGy, perGy2 } = solveDoseCoefficients({
          rows: doses,
          observed: doses.map(([x, y]) => g1 * x + g2 * y),
          covariance: doses.map((_, i) => doses.map((_row, j) => (i === j ? 2 : 1))),
        });
        expect(Math.abs(perGy - g1)).toBeLessThan(1e-9);
        expect(Math.abs(perGy2 - g2)).toBeLessThan(1e-9);
      }),
      { seed: 11, numRuns: 300 },
    );
  });

  it('need rows that tell total dose and fraction size apart', () => {
    expect(isIdentifiable(rows)).toBe(true);
    // 20 and 30 fractions of 2 Gy against 25: one line through 0
    const inTwos: [number, number][] = [
      [-10, -20],
      [10, 20],
    ];
    expect(isIdentifiable(inTwos)).toBe(false);
    expect(() => solveDoseCoefficients({ rows: inTwos, observed: [1, 2], covariance })).toThrow(
      'invalid rows (must tell total dose and fraction size apart)',
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equalFractions } from '../../../src/radiobiology/linear-quadratic.ts';
import { estimateFromCounts, fitDoseCoefficients } from '../../../src/trial/alpha-beta/count-estimate.ts';
import { isEstimable, tellsApart } from '../../../src/trial/alpha-beta/estimable.ts';
import { fitGroupedHazards, groupedLogLikelihood } from '../../../src/trial/alpha-beta/grouped-hazards.ts';
import { contains } from '../../../src/trial/alpha-beta/ratio-sets.ts';

const Z = 1.959963984540054;
const schedules = (...list: [totalGy: number, fractions: number][]) =>
  list.map(([totalGy, fractions]) => equalFractions(fractions, totalGy / fractions));

/** What R's glm(cloglog) and uniroot give: tests/references/make-alpha-beta-values.R. */
const references = [
  {
    name: 'three arms, in closed form',
    doses: schedules([50, 25], [30, 5], [25, 5]),
    patients: [100, 100, 100],
    failures: [7, 11, 53],
    slopes: [-0.117022941094, -0.0233354810383],
    variances: [0.000273696150808, 3.03858165e-5, 2.18799432182e-5],
    ends: { kind: 'interval', low: 3.28889566441, high: 8.96803031407 },
  },
  {
    name: 'five arms, one without a failure',
    doses: schedules([50, 25], [42, 14], [30, 5], [27.5, 5], [25, 5]),
    patients: [120, 80, 100, 60, 60],
    failures: [9, 8, 0, 14, 33],
    slopes: [-0.139364311665, -0.0484944524607],
    variances: [0.000245078460331, 6.52154211141e-5, 6.75635162565e-5],
    ends: { kind: 'interval', low: 2.22115661842, high: 3.92416951063 },
  },
  {
    name: 'no bound above',
    doses: schedules([50, 25], [42.75, 15], [37.5, 15]),
    patients: [100, 100, 100],
    failures: [9, 8, 22],
    slopes: [-0.0640441108255, -0.0269026430655],
    variances: [0.00112923637663, 0.000246871972432, -0.000186907288],
    ends: { kind: 'complement', low: -42.4943999179, high: 0.047650133211 },
  },
  {
    name: 'no effect of dose refused',
    doses: schedules([50, 25], [42, 14], [30, 5]),
    patients: [100, 100, 100],
    failures: [7, 9, 11],
    slopes: [-0.0720711084703, -0.0120975228825],
    variances: [0.0826331080873, 0.00492240447069, 0.0201008437437],
    ends: { kind: 'wholeLine', low: null, high: null },
  },
] as const;

describe.each(references)('α/β from counts: $name', ({ doses, slopes, variances, ends, ...counts }) => {
  const found = estimateFromCounts(doses, counts, Z)!;

  it('has the coefficients and variances of R', () => {
    const { perGy, perGy2, variancePerGy, variancePerGy2, covariance } = found.coefficients;
    [perGy, perGy2].forEach((value, i) => {
      expect(value / slopes[i]).toBeCloseTo(1, 8);
    });
    // R takes the weights of its last step but one
    [variancePerGy, variancePerGy2, covariance].forEach((value, i) => {
      expect(value / variances[i]).toBeCloseTo(1, 5);
    });
    expect(found.ratioGy).toBeCloseTo(slopes[0] / slopes[1], 6);
  });

  it('has the profile-likelihood set of R', () => {
    const { kind, low, high } = found.profileLikelihood;
    expect(kind).toBe(ends.kind);
    for (const [got, expected] of [
      [low, ends.low],
      [high, ends.high],
    ]) {
      if (expected === null) expect(got).toBeNull();
      else expect(got! / expected!).toBeCloseTo(1, 6);
    }
  });
});

/** Counts of three to six arms of any size, each with failures and without. */
const anyCounts = fc
  .array(
    fc.record({
      total: fc.integer({ min: 100, max: 800 }).map((tenths) => tenths / 10),
      fractions: fc.integer({ min: 1, max: 35 }),
      patients: fc.integer({ min: 2, max: 400 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { minLength: 3, maxLength: 6 },
  )
  .map((arms) => ({
    doses: arms.map(({ total, fractions }) => equalFractions(fractions, total / fractions)),
    patients: arms.map(({ patients }) => patients),
    failures: arms.map(({ patients, share }) => 1 + Math.floor(share * (patients - 1.001))),
  }))
  .filter(({ doses, ...counts }) => isEstimable(doses, counts));

describe('α/β from any counts', () => {
  it('is where the likelihood is greatest, and every set holds it', () => {
    fc.assert(
      fc.property(anyCounts, ({ doses, ...counts }) => {
        const found = estimateFromCounts(doses, counts, Z)!;
        expect(contains(found.fieller, found.ratioGy)).toBe(true);
        expect(contains(found.profileLikelihood, found.ratioGy)).toBe(true);
      }),
      { numRuns: 200, seed: 20 },
    );
  });

  it('does not depend on the order of the arms', () => {
    fc.assert(
      fc.property(anyCounts, ({ doses, ...counts }) => {
        const found = fitDoseCoefficients(doses, counts)!;
        const turned = fitDoseCoefficients([...doses].reverse(), {
          failures: [...counts.failures].reverse(),
          patients: [...counts.patients].reverse(),
        })!;
        const tolerance = 1e-6 * Math.sqrt(found.variancePerGy);
        expect(Math.abs(turned.perGy - found.perGy)).toBeLessThan(tolerance);
      }),
      { numRuns: 200, seed: 21 },
    );
  });

  it('meets the closed form by scoring too', () => {
    const { doses, ...counts } = references[0];
    const x = doses.map(({ doseGy }) => doseGy);
    const y = doses.map(({ doseSquaredGy2 }) => doseSquaredGy2);
    const { slopes, intercept, logLikelihood } = fitGroupedHazards([x, y], counts);
    const { perGy, perGy2 } = fitDoseCoefficients(doses, counts)!;
    expect(slopes[0]).toBeCloseTo(perGy, 9);
    expect(slopes[1]).toBeCloseTo(perGy2, 9);
    const line = x.map((dose, i) => intercept + slopes[0] * dose + slopes[1] * y[i]);
    expect(groupedLogLikelihood(line, counts)).toBeCloseTo(logLikelihood, 9);
  });
});

describe('counts without an estimate', () => {
  const doses = schedules([50, 25], [30, 5], [25, 5]);

  it.each([
    ['no failure in an arm', [0, 11, 53]],
    ['only failures in an arm', [7, 11, 100]],
  ])('%s', (_, failures) => {
    expect(estimateFromCounts(doses, { failures, patients: [100, 100, 100] }, Z)).toBeUndefined();
  });

  it('are those of arms on one line', () => {
    // 39 and 41.6 Gy in 13 have no one fraction size; 40, 50 and 60 Gy in 2 Gy fractions do
    expect(tellsApart(schedules([50, 25], [41.6, 13], [39, 13]))).toBe(true);
    expect(tellsApart(schedules([50, 25], [40, 20], [60, 30]))).toBe(false);
    expect(tellsApart(schedules([50, 25], [30, 5], [30, 5]))).toBe(false);
    expect(tellsApart(schedules([50, 25], [30, 5]))).toBe(false);
  });
});

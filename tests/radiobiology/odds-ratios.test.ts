import { describe, expect, it } from 'vitest';
import { hasUnit, logOddsTerms, oddsRatiosSchema } from '../../src/radiobiology/odds-ratios.ts';

const oddsRatios = oddsRatiosSchema.parse({
  lowerLimb: 3,
  tumourSizeCm: { ratio: 1.5, per: 10 },
  site: { thigh: 2, arm: 0.5 },
});

describe('odds ratios', () => {
  it('add ln OR·x: once for what is present, per unit for what is measured, by level for what is named', () => {
    const patients = {
      lowerLimb: Float64Array.of(0, 1, 0, 1),
      tumourSizeCm: Float64Array.of(0, 0, 20, 5),
      site: Float64Array.of(2, 0, 1, 2),
    };
    const sum = new Float64Array(4);
    for (const add of logOddsTerms(oddsRatios, { site: ['thigh', 'arm', 'buttock'] })) add(patients, sum, 3);
    expect([...sum].map(Math.exp)).toEqual([
      1,
      expect.closeTo(3 * 2, 12),
      expect.closeTo(1.5 * 1.5 * 0.5, 12),
      // Beyond the count
      1,
    ]);
  });

  it('tell those with a unit from those by level', () => {
    expect(Object.values(oddsRatios).map(hasUnit)).toEqual([false, true, false]);
  });

  it.each([{ a: 0 }, { a: -2 }, { a: { ratio: 2, per: 0 } }, { a: { level: 0 } }, { a: '2' }])(
    'refuse %j',
    (given) => {
      expect(oddsRatiosSchema.safeParse(given).success).toBe(false);
    },
  );
});

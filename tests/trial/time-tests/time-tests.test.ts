import { describe, expect, it } from 'vitest';
import { normalCdf } from '../../../src/numeric/normal-cdf.ts';
import { timeTests } from '../../../src/trial/time-tests/index.ts';
import { changedTimes, timesOf } from '../../fixtures/random-times.ts';

const { logRank, cox, kaplanMeier, kaplanMeierRatio, restrictedMean, cumulativeIncidence, gray, fineGray } =
  timeTests;

/** Failures in the control arm alone. */
const oneSided = timesOf('0.5 1 1.5 2 2.5 3+ 4+', '1.2+ 1.7* 2.6+ 3+ 3+ 4+ 4+');
/** The control fails only after the last experimental patient has left. */
const apart = timesOf('3 4 5', '1+ 2+');

describe('tests of hazards', () => {
  it('at one failure of each arm are by hand', () => {
    // p = 2θ/(2 + 2θ) and 2θ/(1 + 2θ) at θ = 2: 2/3 and 4/5
    const { statistic } = logRank.create(2, 1)(timesOf('1 3+', '2 4+'));
    expect(statistic).toBeCloseTo(-(1 - 2 / 3 - 4 / 5) / Math.sqrt(2 / 9 + 4 / 25), 14);
  });

  it('Wald leaves an infinite estimate to the score test', () => {
    for (const margin of [1, 1.5]) {
      const found = cox.create(margin, 1)(oneSided);
      expect(found.statistic).toBe(logRank.create(margin, 1)(oneSided).statistic);
      expect(found).toMatchObject({ estimate: -Infinity, standardError: Infinity, failures: 5 });
    }
    const found = fineGray.create(1.5, 1)(oneSided);
    expect(found).toMatchObject({ estimate: -Infinity, standardError: Infinity });
    expect(found.statistic).toBeGreaterThan(1.6);
  });

  it('have no score of failures that nobody of the other arm could have had', () => {
    for (const test of [logRank, cox, gray, fineGray]) {
      const { statistic, estimate, failures } = test.create(1.3, 1)(apart);
      expect([statistic, estimate, failures]).toEqual([0, Number.NaN, 3]);
    }
  });

  it('without competing events Fine and Gray’s estimate is Cox’s, and Gray’s score the log-rank’s', () => {
    const data = timesOf('1 2 3.5 3+ 4 5+', '1.5 2+ 3.2 3.3 5 6+');
    expect(fineGray.create(1, 1)(data).estimate).toBeCloseTo(cox.create(1, 1)(data).estimate, 14);
    expect(Math.sign(gray.create(1, 1)(data).statistic)).toBe(
      Math.sign(logRank.create(1, 1)(data).statistic),
    );
  });

  it('have no estimate where it is not asked for, and the same statistic', () => {
    const data = timesOf('1 2 3.5 3+ 4 5+', '1.5 2+ 3.2 3.3 5 6+');
    for (const test of [logRank, gray]) {
      const [full, bare] = [true, false].map((wantsEstimate) => test.create(1, 1)(data, wantsEstimate));
      expect(bare).toMatchObject({ statistic: full.statistic, failures: full.failures });
      expect(Number.isFinite(full.estimate)).toBe(true);
      expect(bare.estimate).toBeNaN();
    }
  });

  it('a competing event that comes earlier in one arm helps it against the subdistribution alone', () => {
    const data = timesOf('2 3 4 5 6+ 7+ 8+ 9+', '1* 1* 1* 4 5 7+ 8+ 9+');
    const of = (test: typeof gray): number => test.create(1, 1)(data).statistic;
    expect(of(gray)).toBeGreaterThan(of(logRank));
    expect(of(fineGray)).toBeGreaterThan(of(cox));
  });
});

describe('tests at a time', () => {
  it('count failures up to it', () => {
    for (const test of [kaplanMeier, kaplanMeierRatio, restrictedMean, cumulativeIncidence]) {
      expect(test.create(1, 1.5)(oneSided).failures).toBe(3);
      expect(() => test.create(1, 0)).toThrow('invalid atYears: 0 (must be > 0)');
    }
  });

  it('Kaplan–Meier without any failure is exact in those still under observation', () => {
    const data = timesOf('1+ 4+ 4+ 5+', Array.from({ length: 45 }, () => '3+').join(' '));
    const found = kaplanMeier.create(0.07, 3)(data);
    expect(normalCdf(-found.statistic)).toBeCloseTo(Math.exp(45 * Math.log(0.93)), 14);
    expect(found).toMatchObject({ estimate: 0, standardError: 0, failures: 0 });
    expect(kaplanMeier.create(0.07, 3.1)(data).statistic).toBeNaN();
    expect(kaplanMeier.create(0, 3)(data).statistic).toBeNaN();
  });

  it('an infinite ratio is left to the limits, at the margin as without', () => {
    const found = kaplanMeierRatio.create(1, 3)(oneSided);
    expect(found).toMatchObject({ estimate: -Infinity, standardError: Infinity });
    expect(found.statistic).toBeCloseTo(kaplanMeier.create(0, 3)(oneSided).statistic, 13);
    const statistics = [0.5, 1, 1.5, 3].map(
      (margin) => kaplanMeierRatio.create(margin, 3)(oneSided).statistic,
    );
    expect([...statistics].sort((a, b) => a - b)).toEqual(statistics);
    expect(new Set(statistics).size).toBe(4);
  });

  it('a standard error of 0 leaves it to the sign', () => {
    const data = timesOf('1 1 1', '1 1 1');
    expect(restrictedMean.create(0, 3)(data)).toMatchObject({ statistic: 0, standardError: 0 });
    expect(restrictedMean.create(0.1, 3)(data).statistic).toBe(Infinity);
    expect(cumulativeIncidence.create(0, 3)(data).statistic).toBe(0);
    const worse = restrictedMean.create(0, 3)(timesOf('2 2', '1 1'));
    expect(worse.statistic).toBe(-Infinity);
  });

  it('cumulative incidence gains where competing events come first', () => {
    const data = timesOf('2 2.5 3+ 4+ 4+ 5+', '1* 1.2* 2 2.4 4+ 5+');
    const net = changedTimes(data, { status: (status) => (status === 2 ? 0 : status) });
    const of = (times: typeof data): number => cumulativeIncidence.create(0, 3)(times).estimate;
    expect(of(data)).toBeCloseTo(0, 15);
    expect(of(net)).toBeCloseTo(1 / 3 - 1 / 2, 15);
  });
});

import { describe, expect, it } from 'vitest';
import { type TimeTestName, timeTests } from '../../src/trial/time-tests/index.ts';
import { createRandomTimes } from '../fixtures/random-times.ts';

const REPLICATES = 2000;
const AT_YEARS = 3;
const base = { perArm: 150, failureHazard: 0.25, followUpYears: 6, gridYears: 0 };
const [hazard, ratio] = [base.failureHazard, 1.3];
/** One-sided, 5%. */
const CRITICAL = 1.6448536269514722;

const control = (failureHazard: number): number => Math.exp(-failureHazard * AT_YEARS);
const meanYears = (failureHazard: number): number => (1 - control(failureHazard)) / failureHazard;
const incidence = (failureHazard: number, competingHazard: number): number =>
  (failureHazard / (failureHazard + competingHazard)) * (1 - control(failureHazard + competingHazard));

/** Truths on the border of the tests' claims: equal arms, and a hazard ratio with the margins that it makes. */
const borders: [hazardRatio: number, competingHazard: number, Partial<Record<TimeTestName, number>>][] = [
  [
    1,
    0.1,
    {
      logRank: 1,
      cox: 1,
      kaplanMeier: 0,
      kaplanMeierRatio: 1,
      restrictedMean: 0,
      cumulativeIncidence: 0,
      gray: 1,
      fineGray: 1,
    },
  ],
  [
    ratio,
    0.1,
    {
      logRank: ratio,
      cox: ratio,
      kaplanMeier: control(hazard) - control(hazard * ratio),
      kaplanMeierRatio: ratio,
      restrictedMean: meanYears(hazard) - meanYears(hazard * ratio),
      cumulativeIncidence: incidence(hazard * ratio, 0.1) - incidence(hazard, 0.1),
    },
  ],
  // without competing events the hazard ratio is that of the subdistribution
  [ratio, 0, { fineGray: ratio }],
];

describe('statistics of time tests on the border of their claims', () => {
  // 15 tests × 3 bounds of two sides; 5.7 standard errors are passed by chance 6e-9 of the time on a side, 5.4e-7 in all.
  // With some 75 failures an arm a true mean lies within 0.05 of 0, and a true level within 1% of 5%.
  const SCORE = 5.7;
  it.each(borders)(
    'are standard normal: hazard ratio %d, competing %d',
    (hazardRatio, competingHazard, margins) => {
      const make = createRandomTimes({ ...base, hazardRatio, competingHazard });
      const tallies = Object.entries(margins).map(([name, margin]) => ({
        name,
        find: timeTests[name as TimeTestName].create(margin, AT_YEARS),
        sum: 0,
        above: 0,
        below: 0,
      }));
      for (let replicate = 0; replicate < REPLICATES; replicate++) {
        const data = make(replicate);
        for (const tally of tallies) {
          const { statistic } = tally.find(data);
          tally.sum += statistic;
          if (statistic >= CRITICAL) tally.above++;
          if (statistic <= -CRITICAL) tally.below++;
        }
      }
      for (const { name, sum, above, below } of tallies) {
        expect(Math.abs(sum / REPLICATES), name).toBeLessThan(0.05 + (SCORE * 1.05) / Math.sqrt(REPLICATES));
        for (const count of [above, below]) {
          const margin = (level: number): number => SCORE * Math.sqrt((level * (1 - level)) / REPLICATES);
          expect(count / REPLICATES, name).toBeGreaterThan(0.04 - margin(0.04));
          expect(count / REPLICATES, name).toBeLessThan(0.06 + margin(0.06));
        }
      }
    },
  );
});

import { describe, expect, it } from 'vitest';
import { type TimeTestName, timeTests } from '../../src/trial/time-tests/index.ts';
import { createRandomTimes } from '../fixtures/random-times.ts';

const REPLICATES = 8000;
const AT_YEARS = 3;
const base = { perArm: 150, failureHazard: 0.25, followUpYears: 6, gridYears: 0 };
const [hazard, ratio] = [base.failureHazard, 1.3];

/** Truths on the border of a test's claim: equal arms, and a hazard ratio with the margin that it makes. */
const borders: [test: TimeTestName, hazardRatio: number, competingHazard: number, margin: number][] = [
  ['logRank', 1, 0.1, 1],
  ['cox', 1, 0.1, 1],
  ['kaplanMeier', 1, 0.1, 0],
  ['kaplanMeierRatio', 1, 0.1, 1],
  ['restrictedMean', 1, 0.1, 0],
  ['cumulativeIncidence', 1, 0.1, 0],
  ['gray', 1, 0.1, 1],
  ['fineGray', 1, 0.1, 1],
  ['logRank', ratio, 0.1, ratio],
  ['cox', ratio, 0.1, ratio],
  ['kaplanMeier', ratio, 0.1, control(hazard) - control(hazard * ratio)],
  ['kaplanMeierRatio', ratio, 0.1, ratio],
  ['restrictedMean', ratio, 0.1, meanYears(hazard) - meanYears(hazard * ratio)],
  ['cumulativeIncidence', ratio, 0.1, incidence(hazard * ratio, 0.1) - incidence(hazard, 0.1)],
  // without competing events the hazard ratio is that of the subdistribution
  ['fineGray', ratio, 0, ratio],
];

function control(failureHazard: number): number {
  return Math.exp(-failureHazard * AT_YEARS);
}
function meanYears(failureHazard: number): number {
  return (1 - control(failureHazard)) / failureHazard;
}
function incidence(failureHazard: number, competingHazard: number): number {
  return (failureHazard / (failureHazard + competingHazard)) * (1 - control(failureHazard + competingHazard));
}

describe('on the border of its claim', () => {
  // 15 cases × 3 bounds; 5.7 standard errors are passed by chance 1.2e-8 of the time, 5.4e-7 in all. With about 100
  // failures an arm a true mean lies within 0.05 of 0, a true level at 5% between 4% and 6%, at 95% likewise.
  const SCORE = 5.7;
  it.each(borders)('%s is standard normal, hazard ratio %d', (name, hazardRatio, competingHazard, margin) => {
    const make = createRandomTimes({ ...base, hazardRatio, competingHazard });
    const find = timeTests[name].create(margin, AT_YEARS);
    let [sum, above, below] = [0, 0, 0];
    for (let replicate = 0; replicate < REPLICATES; replicate++) {
      const { statistic } = find(make(replicate));
      sum += statistic;
      if (statistic >= 1.6448536269514722) above++;
      if (statistic <= -1.6448536269514722) below++;
    }
    expect(Math.abs(sum / REPLICATES)).toBeLessThan(0.05 + (SCORE * 1.1) / Math.sqrt(REPLICATES));
    for (const count of [above, below]) {
      expect(count / REPLICATES).toBeGreaterThan(0.04 - SCORE * Math.sqrt((0.04 * 0.96) / REPLICATES));
      expect(count / REPLICATES).toBeLessThan(0.06 + SCORE * Math.sqrt((0.06 * 0.94) / REPLICATES));
    }
    if (process.env.SHOW) console.log(name, hazardRatio, sum / REPLICATES, above / REPLICATES, below / REPLICATES);
  });
});

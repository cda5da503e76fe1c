import { describe, expect, it } from 'vitest';
import type { TimeData } from '../../../src/trial/time-data.ts';
import { cumulativeIncidenceAt } from '../../../src/trial/time-statistics/aalen-johansen.ts';
import { kaplanMeierAt } from '../../../src/trial/time-statistics/kaplan-meier.ts';
import { createRiskTabulator } from '../../../src/trial/time-statistics/risk-table.ts';
import { timeTests } from '../../../src/trial/time-tests/index.ts';
import { createRandomTimes } from '../../fixtures/random-times.ts';
import { naiveCurve, naiveGray, naiveIncidence, naiveLogRank, type Patient } from './naive-tests.ts';

const plan = { perArm: 20, failureHazard: 0.2, hazardRatio: 0.6, competingHazard: 0.15, followUpYears: 5 };
const patientsOf = ({ size, years, status, arm }: TimeData): Patient[] =>
  Array.from({ length: size }, (_, i) => ({ years: years[i], status: status[i], arm: arm[i] }));

describe.each([0, 0.5])('against the slow way, times on a grid of %d years', (gridYears) => {
  const make = createRandomTimes({ ...plan, gridYears });
  const replicates = Array.from({ length: 8 }, (_, replicate) => replicate);

  it('the log-rank test', () => {
    for (const replicate of replicates) {
      const data = make(replicate);
      const { statistic } = timeTests.logRank.create(1, 1)(data);
      expect(statistic).toBeCloseTo(naiveLogRank(patientsOf(data)), 10);
    }
  });

  it('the curves of each arm', () => {
    const tabulate = createRiskTabulator();
    for (const replicate of replicates) {
      const data = make(replicate);
      const table = tabulate(data);
      for (const arm of [0, 1])
        for (const atYears of [0.3, 1, 2.5, 9]) {
          const own = patientsOf(data).filter((patient) => patient.arm === arm);
          const incidence = cumulativeIncidenceAt(table, arm, atYears);
          expect(kaplanMeierAt(table, arm, atYears).control).toBeCloseTo(naiveCurve(own, [1], atYears), 12);
          expect(incidence.failure).toBeCloseTo(naiveIncidence(own, 1, atYears), 12);
          expect(incidence.competing).toBeCloseTo(naiveIncidence(own, 2, atYears), 12);
        }
    }
  });

  it.runIf(gridYears === 0)('Gray’s test', () => {
    for (const replicate of replicates.slice(0, 2)) {
      const data = make(replicate);
      const { statistic } = timeTests.gray.create(1, 1)(data);
      expect(statistic).toBeCloseTo(naiveGray(patientsOf(data)), 9);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { createDataBy } from '../../src/engine/observe-patients.ts';
import { createPatientTimes, type PatientTimes } from '../../src/engine/patient-times.ts';

const DAYS = 365.25;

/** Three control patients and two of the experimental arm, operated on days 0, 100, 200, 50 and 150. */
function patientsOf(failureYears: readonly number[]): PatientTimes {
  const patients = createPatientTimes(5);
  patients.size = 5;
  patients.others = 3;
  patients.draw = 1;
  patients.arm.set([0, 0, 0, 1, 1]);
  patients.surgeryDay.set([0, 100, 200, 50, 150]);
  patients.competingYears.fill(Infinity);
  patients.followedYears.fill(2);
  patients.failureYears.set(failureYears);
  return patients;
}

const rowsBy = (dataBy: ReturnType<typeof createDataBy>, day: number): number[][] => {
  const { size, years, status, arm } = dataBy(day);
  return Array.from({ length: size }, (_, i) => [years[i], status[i], arm[i]]);
};

describe('createDataBy', () => {
  it('sees failures by the day, and the others censored; before surgery nothing', () => {
    const dataBy = createDataBy(patientsOf([0.25, 3, 9, 0.5, 9]));
    expect(rowsBy(dataBy, 125)).toEqual([
      [25 / DAYS, 0, 0],
      [75 / DAYS, 0, 1],
      [0.25, 1, 0],
    ]);
  });

  it('sees the last arm anew where it alone has changed, and everyone on another day or of another draw', () => {
    const patients = patientsOf([0.25, 3, 9, 0.5, 9]);
    const dataBy = createDataBy(patients);
    const fresh = (day: number): number[][] => rowsBy(createDataBy(patients), day);
    expect(rowsBy(dataBy, 1000)).toEqual(fresh(1000));
    patients.failureYears[3] = 0.1;
    patients.failureYears[4] = 0.7;
    const atMargin = rowsBy(dataBy, 1000);
    expect(atMargin).toEqual(fresh(1000));
    expect(atMargin.filter(([, status]) => status === 1)).toEqual([
      [0.1, 1, 1],
      [0.25, 1, 0],
      [0.7, 1, 1],
    ]);
    for (const day of [120, 1000]) expect(rowsBy(dataBy, day)).toEqual(fresh(day));
    patients.draw++;
    patients.failureYears[0] = 1.5;
    expect(rowsBy(dataBy, 1000)).toEqual(fresh(1000));
  });
});

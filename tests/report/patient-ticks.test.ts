import { expect, it } from 'vitest';
import { patientTicks } from '../../src/report/patient-ticks.ts';

it('ticks are round numbers of patients within the axis; even ones where those are few', () => {
  expect(patientTicks(38, 860)).toEqual([50, 100, 200, 500]);
  expect(patientTicks(4000, 60_000)).toEqual([5000, 10_000, 20_000, 50_000]);
  expect(patientTicks(1680, 2630)).toEqual([1800, 2000, 2200, 2400, 2600]);
});

import { describe, expect, it } from 'vitest';
import { type PlannedComparison, timedDesignBlock } from '../../src/trial/timed-design-block.ts';

const planned: PlannedComparison = {
  atYears: 3,
  controlRate: 0.93,
  test: 'logRank',
  level: { alpha: 0.05, sides: 1 },
  total: 400,
  allocation: 1,
  accrualYears: 2,
};
const followUpOf = (stated: Partial<PlannedComparison>) =>
  timedDesignBlock({ ...planned, ...stated })?.followUp;

describe('the follow-up of a design block', () => {
  it('is to the calendar’s day where an analysis is stated, from the time of the claim on', () => {
    expect(followUpOf({ analysisYears: 5 })).toEqual({ calendar: { years: 5 } });
    expect(followUpOf({ analysisYears: 3 })).toEqual({ calendar: { years: 3 } });
    expect(followUpOf({ analysisYears: 2.99 })).toBeUndefined();
  });

  it('is each patient’s where that alone is stated, and reaches the time of the claim', () => {
    expect(followUpOf({ perPatientYears: 3 })).toEqual({ perPatient: { years: 3 } });
    expect(followUpOf({ perPatientYears: 3, followUpYears: 3 })).toEqual({ perPatient: { years: 3 } });
    expect(followUpOf({ perPatientYears: 2.99 })).toBeUndefined();
    expect(followUpOf({ perPatientYears: 3, followUpYears: 4 })).toBeUndefined();
    expect(followUpOf({ perPatientYears: 3, analysisYears: 5 })).toBeUndefined();
  });

  it('is after the last patient where that is stated; without any there is no block', () => {
    expect(followUpOf({ followUpYears: 1 })).toEqual({ afterLast: { years: 1 } });
    expect(timedDesignBlock(planned)).toBeUndefined();
  });
});

it('a design block has at most 10,000 patients, and says when they come', () => {
  const whole = { ...planned, followUpYears: 3 };
  expect(timedDesignBlock({ ...whole, total: 10_000 })).toMatchObject({ total: 10_000 });
  expect(timedDesignBlock({ ...whole, total: 10_001 })).toBeUndefined();
  expect(timedDesignBlock({ ...whole, accrualYears: undefined })).toBeUndefined();
  // 400 patients in 2 years, half a year of them at half the pace
  expect(timedDesignBlock({ ...whole, rampYears: 0.5 })).toMatchObject({
    accrual: { perMonth: 19.0476, pattern: 'uniform', rampMonths: 6 },
  });
});

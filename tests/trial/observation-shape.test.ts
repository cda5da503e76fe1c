import { describe, expect, it } from 'vitest';
import {
  analysisYears,
  checkObservation,
  createObservation,
  isObserved,
  observationWords,
} from '../../src/trial/observation-shape.ts';

const atYears = 5;
const problems = (stated: object): unknown[] => {
  const issues: { path?: PropertyKey[]; message?: string }[] = [];
  checkObservation({ atYears, ...stated }, issues as never);
  return issues.map(({ path, message }) => `${path!.join('.')}: ${message}`);
};

describe('follow-up as calculators ask it', () => {
  it.each([
    [{}, false, undefined],
    [{ loss: 0.1, rampYears: 0 }, false, undefined],
    [{ accrualYears: 3 }, true, undefined],
    [{ followUpYears: 2 }, true, 2],
    [{ accrualYears: 3, followUpYears: 2 }, true, 5],
    [{ accrualYears: 3, perPatientYears: 4 }, true, 7],
    [{ accrualYears: 3, followUpYears: 2, perPatientYears: 4 }, true, 5],
  ])('%j is observed: %s, until %d years', (stated, observed, until) => {
    expect(isObserved({ atYears, ...stated })).toBe(observed);
    expect(analysisYears({ atYears, ...stated })).toBe(until);
  });

  it('takes patients away by loss and by competing events, each by its own time', () => {
    const { entry, perPatientYears, remaining } = createObservation({
      atYears,
      accrualYears: 4,
      rampYears: 2,
      perPatientYears: 3,
      loss: 0.1,
      lossByYears: 2,
      competing: 0.2,
    });
    expect(perPatientYears).toBe(3);
    expect(entry.breaks).toEqual([2]);
    expect(entry.years).toBe(4);
    expect(remaining(0)).toBe(1);
    // 0.9^(10/2)·0.8^(10/5)
    expect(remaining(10)).toBeCloseTo(0.9 ** 5 * 0.64, 12);
    const plain = createObservation({ atYears, loss: 0.1 });
    expect(plain.entry.years).toBe(0);
    expect(plain.remaining(10)).toBeCloseTo(0.81, 12);
    expect(createObservation({ atYears }).remaining(10)).toBe(1);
  });

  it.each([
    [{}, []],
    [{ accrualYears: 3, rampYears: 3 }, []],
    [
      { accrualYears: 3, rampYears: 3.1 },
      ['rampYears: 3.1 years of rising accrual are too many (must be at most accrualYears, 3)'],
    ],
    [
      { rampYears: 1 },
      [
        'rampYears: 1 years of rising accrual are too many (must be at most accrualYears, which is not given)',
      ],
    ],
    [{ loss: 0.1, lossByYears: 2 }, []],
    [{ lossByYears: 2 }, ['lossByYears: lossByYears does nothing without loss']],
  ])('checks %j', (stated, expected) => {
    expect(problems(stated)).toEqual(expected);
  });

  it.each([
    [{}, 'all followed to 5 years'],
    [{ accrualYears: 3 }, 'enrolled over 3 years'],
    [{ followUpYears: 1 }, 'entered at once, followed until 1 year after the last'],
    [{ accrualYears: 3, perPatientYears: 2 }, 'enrolled over 3 years, each for at most 2 years'],
    [{ loss: 0.05 }, 'all followed to 5 years, 5 % lost by 5 years'],
    [
      { loss: 0.05, lossByYears: 2, competing: 0.125 },
      'all followed to 5 years, 5 % lost by 2 years, 12.5 % taken away by competing events by 5 years',
    ],
  ])('says %j in words', (stated, words) => {
    expect(observationWords({ atYears, ...stated })).toBe(words);
  });
});

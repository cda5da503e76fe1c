import { describe, expect, it } from 'vitest';
import type { Cohort } from '../../src/cohort/cohort.ts';
import { createStratifier } from '../../src/trial/strata.ts';

const characteristics = [
  { name: 'fixed', fixed: 3 },
  {
    name: 'smoker',
    law: { atoms: [{ value: 0 }, { value: 1 }], quantile: (u: number) => (u < 0.7 ? 0 : 1) },
  },
  { name: 'age', law: { quantile: (u: number) => 40 + 40 * u } },
];
/** Two subtypes, of 30 and of 70 %. */
const cohort = () =>
  ({
    parameterisation: { coordinates: [] },
    subtypes: [
      { name: 'luminal', weight: 0.3, characteristics },
      { name: 'other', weight: 0.7, characteristics },
    ],
  }) as unknown as Cohort;
const levels = (name: string, centres = 1) => {
  const { levels: count, levelAt } = createStratifier(cohort(), name, centres);
  return [count, ...[0.001, 0.29, 0.31, 0.69, 0.71, 0.999].map(levelAt)];
};

describe('strata', () => {
  it('are the levels of a finite characteristic; one where it is fixed', () => {
    expect(levels('smoker')).toEqual([2, 0, 0, 0, 0, 1, 1]);
    expect(levels('fixed')).toEqual([1, 0, 0, 0, 0, 0, 0]);
  });

  it('are centres of equal size, or subtypes by their weight', () => {
    expect(levels('centre', 4)).toEqual([4, 0, 1, 1, 2, 2, 3]);
    expect(levels('subtype')).toEqual([2, 0, 0, 1, 1, 1, 1]);
  });

  it.each(['age', 'height'])('are none of what varies continuously, or is not there: %s', (name) => {
    expect(() => createStratifier(cohort(), name, 1)).toThrow(
      new RangeError(`invalid stratum: ${name} (must be a finite characteristic)`),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { adoptionSchema, createAdoption } from '../../src/trial/adoption.ts';

const refusals = (stated: unknown): string[] =>
  adoptionSchema
    .safeParse(stated)
    .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

describe('rates that would change practice', () => {
  it.each([
    [[], ': Too small: expected array to have >=1 items'],
    [[{ endpoint: 'localControl' }], '0: missing atLeast: the observed rate of local control that would do'],
    [
      [{ endpoint: 'localControl', atMost: 0.1 }],
      '0.atMost: local control: more is better (needs atLeast, not atMost)',
    ],
    [
      [{ endpoint: 'woundComplication', atLeast: 0.1 }],
      '0.atLeast: wound complications: fewer is better (needs atMost, not atLeast)',
    ],
    [
      [{ endpoint: 'localControl', atLeast: 85 }],
      '0.atLeast: 85 is not a probability (must be in [0, 1]; for 85 % write 0.85)',
    ],
    [
      [
        { endpoint: 'localControl', atLeast: 0.85 },
        { endpoint: 'localControl', atLeast: 0.9 },
      ],
      '1.endpoint: localControl has a criterion already',
    ],
    [
      [{ endpoint: 'localcontrol', atLeast: 0.85 }],
      '0.endpoint: unknown endpoint: localcontrol (did you mean localControl?)',
    ],
  ])('refuses %j', (stated, message) => {
    expect(refusals(stated)).toEqual([message]);
  });

  it('are met at the limit itself, and by nobody without patients', () => {
    const [control, wounds] = createAdoption([
      { endpoint: 'localControl', atLeast: 0.85, acceptedBy: 0.78, source: 'asked' },
      { endpoint: 'woundComplication', atMost: 0.35 },
    ]);
    expect(control).toMatchObject({
      sentence: 'local control of at least 85 %',
      acceptedBy: 0.78,
      limit: 0.85,
    });
    expect([33, 34, 35].map((events) => control.isMet(events, 40))).toEqual([false, true, true]);
    expect([13, 14, 15].map((events) => wounds.isMet(events, 40))).toEqual([true, true, false]);
    expect([control.isMet(0, 0), wounds.isMet(0, 0)]).toEqual([false, false]);
  });
});

import { describe, expect, it } from 'vitest';
import { aimProblems } from '../../src/trial/aim-problems.ts';

const claimKeys = ['superiority', 'singleArm', 'coPrimary'];
const estimate = { alphaBeta: {} };
const found = (design: Record<string, unknown>) =>
  aimProblems(design, claimKeys).map(({ path, message }) => `${path.join('.')}: ${message}`);

describe('a design with an aim', () => {
  it('is fine by itself, and a design without one is not looked at', () => {
    expect(found({ estimate, perArm: 40, accrual: undefined })).toEqual([]);
    expect(found({ superiority: {}, coPrimary: [], interim: [], randomisation: {} })).toEqual([]);
  });

  it('states no claim beside it, whatever else', () => {
    expect(found({ estimate, coPrimary: [], singleArm: undefined, superiority: {} })).toEqual([
      'superiority: a design states a claim or an aim, not both: leave out superiority or estimate',
      'coPrimary: a design states a claim or an aim, not both: leave out coPrimary or estimate',
    ]);
  });

  it.each([
    ['interim', 'interim rules stop a trial at its claim'],
    ['groupSequential', 'looks are at a claim'],
    ['randomisation', 'blocks are of two arms'],
    ['adoption', 'it is by the rates of one experimental arm'],
    ['accrual', 'patients of an aim are counted at a fixed time, whenever they come'],
  ])('has no use for %s', (key, why) => {
    expect(found({ estimate, [key]: {} })).toEqual([`${key}: ${key} does nothing with an aim: ${why}`]);
    expect(found({ estimate, [key]: undefined })).toEqual([]);
  });
});

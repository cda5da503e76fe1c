import { describe, expect, it } from 'vitest';
import { calculators } from '../../../src/trial/calculators/index.ts';

const plans = {
  toxicityStop: { perArm: 120, limitRate: 0.35, every: 10 },
  predictiveProbability: { perArm: 40, target: 0.6, alternativeRate: 0.8, every: 10 },
  certainty: { perArm: 120, nullRate: 0.35, alternativeRate: 0.5, every: 10 },
};

describe.each(Object.entries(plans))('looks of %s', (kind, plan) => {
  const keysOf = (changes: object): string[] => {
    const { error } = calculators[kind].parameters.safeParse({ ...plan, ...changes });
    return [...new Set(error?.issues.map(({ path }) => String(path[0])))];
  };

  it('are taken where they are right', () => {
    expect(keysOf({})).toEqual([]);
  });

  // Looks every 0 patients, or up to 10³⁰⁰, would never all be listed
  it.each([
    ['every', 0],
    ['every', -1],
    ['perArm', 1e300],
    ['perArm', -1],
  ])('are not listed where %s is %d: only that is wrong', (key, value) => {
    expect(keysOf({ [key]: value })).toEqual([key]);
  });
});

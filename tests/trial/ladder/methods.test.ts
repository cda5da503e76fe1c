import { describe, expect, it } from 'vitest';
import { type DoseFindingName, doseFinding } from '../../../src/trial/dose-finding/index.ts';
import type { LadderState } from '../../../src/trial/ladder/ladder-state.ts';

const create = (name: DoseFindingName, given: object, levels = 3) =>
  doseFinding[name].create(doseFinding[name].parameters.parse(given), levels);

/** Counts by level, and the level (from 0) and toxicities of the last group. */
const state = (treated: number[], toxic: number[], level: number, size = 3, inLast = 0): LadderState => ({
  treated,
  toxic,
  last: { level, size, toxic: inLast },
  watched: [],
});
const treat = (level: number, patients = 3) => ({ kind: 'treat', level, patients });
const found = (recommended: number) => ({ kind: 'stop', reason: 'levelFound', recommended });
const tooToxic = { kind: 'stop', reason: 'tooToxic' };

describe('3+3', () => {
  it.each([
    ['none of three', [3, 0, 0], [0, 0, 0], 0, treat(1)],
    ['one of three', [3, 0, 0], [1, 0, 0], 0, treat(0)],
    ['one of six', [6, 0, 0], [1, 0, 0], 0, treat(1)],
    ['two of three at the lowest', [3, 0, 0], [2, 0, 0], 0, tooToxic],
    ['two of six at the lowest', [6, 0, 0], [2, 0, 0], 0, tooToxic],
    ['down to a level of three', [3, 3, 0], [0, 2, 0], 1, treat(0)],
    ['down to a level of six', [6, 3, 0], [1, 2, 0], 1, found(0)],
    ['none of six below a level too toxic', [6, 3, 0], [0, 2, 0], 0, found(0)],
    ['the level below turns out too toxic', [3, 6, 3], [0, 2, 3], 1, treat(0)],
    ['none of three at the top', [3, 3, 3], [0, 0, 0], 2, treat(2)],
    ['one of six at the top', [3, 3, 6], [0, 0, 1], 2, found(2)],
    ['a group of two', [2, 0, 0], [0, 0, 0], 0, treat(0, 1)],
  ])('%s', (_, treated, toxic, level, expected) => {
    expect(create('threePlusThree', {}).decide(state(treated, toxic, level))).toEqual(expected);
  });

  it('takes three for enough where asked to', () => {
    const method = create('threePlusThree', { sixAtRecommended: false });
    expect(method.decide(state([3, 3, 0], [0, 2, 0], 1))).toEqual(found(0));
    expect(method.decide(state([3, 3, 3], [0, 0, 0], 2))).toEqual(found(2));
    expect(method.recommend(state([3, 6, 3], [0, 1, 2], 2))).toBe(1);
  });

  it('goes down to a level that it has left out', () => {
    const method = create('threePlusThree', { startLevel: 2 });
    expect(method.decide({ treated: [0, 0, 0], toxic: [0, 0, 0], watched: [] })).toEqual(treat(1));
    expect(method.decide(state([0, 3, 0], [0, 2, 0], 1))).toEqual(treat(0));
    expect(method.decide(state([3, 3, 0], [0, 2, 0], 0))).toEqual(treat(0));
  });
});

describe('BOIN', () => {
  const given = { target: 0.3, maximumSize: 30 };

  it.each([
    ['at the boundary of going up', [6, 0, 0], [1, 0, 0], 0, treat(1)],
    ['between', [9, 0, 0], [3, 0, 0], 0, treat(0)],
    ['down', [3, 6, 0], [0, 3, 0], 1, treat(0)],
    ['nothing below', [6, 0, 0], [3, 0, 0], 0, treat(0)],
    ['nothing above', [3, 3, 3], [0, 0, 0], 2, treat(2)],
    ['the level above is given up', [6, 3, 0], [0, 3, 0], 0, treat(0)],
    ['the lowest is given up', [6, 0, 0], [4, 0, 0], 0, tooToxic],
    ['all are treated', [6, 12, 12], [0, 3, 6], 1, { kind: 'stop', reason: 'maximumSize', recommended: 1 }],
    ['the rest is less than a group', [10, 10, 9], [0, 1, 3], 1, treat(2, 1)],
  ])('%s', (_, treated, toxic, level, expected) => {
    expect(create('boin', given).decide(state(treated, toxic, level))).toEqual(expected);
  });

  it('ends at a level that has enough, but not where it would leave it', () => {
    const method = create('boin', { ...given, stopAtSize: 9 });
    const enough = { kind: 'stop', reason: 'enoughAtLevel', recommended: 0 };
    expect(method.decide(state([9, 0, 0], [3, 0, 0], 0))).toEqual(enough);
    expect(method.decide(state([9, 0, 0], [2, 0, 0], 0))).toEqual(treat(1));
  });
});

describe('a recommendation', () => {
  const toxic = state([6, 0, 0], [6, 0, 0], 0);

  it('is none where the lowest level is given up, or nobody was treated', () => {
    expect(create('boin', { target: 0.3 }).recommend(toxic)).toBeUndefined();
    expect(create('threePlusThree', {}).recommend(toxic)).toBeUndefined();
    const crm = { target: 0.25, skeleton: [0.05, 0.1, 0.25] };
    expect(create('crm', { ...crm, eliminationCutOff: 0.9 }).recommend(toxic)).toBeUndefined();
    expect(create('crm', crm).recommend(toxic)).toBe(0);
    const end = create('boin', { target: 0.3, maximumSize: 6, eliminationCutOff: 0.999999 });
    expect(end.decide(state([6, 0, 0], [1, 0, 0], 0))).toEqual({
      kind: 'stop',
      reason: 'maximumSize',
      recommended: 0,
    });
  });

  it('of the CRM may be far above all who were treated where it may skip', () => {
    const skipping = { target: 0.25, skeleton: [0.05, 0.1, 0.25], allowSkipping: true };
    expect(create('crm', skipping).recommend(state([6, 0, 0], [0, 0, 0], 0))).toBe(2);
  });
});

describe('CRM', () => {
  const given = { target: 0.25, skeleton: [0.05, 0.1, 0.25] };

  it('goes up one level at a time, unless it may skip', () => {
    const after = state([3, 0, 0], [0, 0, 0], 0);
    expect(create('crm', given).decide(after)).toEqual(treat(1));
    expect(create('crm', { ...given, allowSkipping: true }).decide(after)).toEqual(treat(2));
  });

  it('does not go up after a last group with the target’s share of toxicities', () => {
    const after = state([9, 3, 0], [0, 1, 0], 1, 3, 1);
    expect(create('crm', given).decide(after)).toEqual(treat(1));
    expect(create('crm', { ...given, isCoherent: false }).decide(after)).toEqual(treat(2));
    expect(create('crm', given).decide(state([9, 3, 0], [0, 1, 0], 1, 3, 0))).toEqual(treat(2));
  });

  it('recommends a level one above the highest treated at most', () => {
    expect(create('crm', given).recommend(state([6, 0, 0], [0, 0, 0], 0))).toBe(1);
    expect(
      create('crm', given).recommend({ treated: [0, 0, 0], toxic: [0, 0, 0], watched: [] }),
    ).toBeUndefined();
  });

  it('gives levels up where asked to', () => {
    const method = create('crm', { ...given, eliminationCutOff: 0.95 });
    expect(method.decide(state([4, 0, 0], [4, 0, 0], 0))).toEqual(tooToxic);
    expect(method.decide(state([6, 3, 0], [0, 3, 0], 0))).toEqual(treat(0));
  });
});

describe('TITE-CRM', () => {
  const given = { target: 0.25, skeleton: [0.1, 0.25, 0.4], groupSize: 1 };

  it('is CRM once all windows are over, and slower to go up before', () => {
    const [crm, tite] = [create('crm', given), create('titeCrm', given)];
    for (let toxic = 0; toxic <= 3; toxic++) {
      const after = state([6, 3, 0], [0, toxic, 0], 1, 1, 0);
      expect(tite.decide(after)).toEqual(crm.decide(after));
    }
    const levelAt = (followed: number) => {
      const watched = Array.from({ length: 6 }, () => ({ level: 1, followed }));
      const decision = tite.decide({ ...state([3, 7, 0], [0, 1, 0], 1, 1), watched });
      return decision.kind === 'treat' ? decision.level : undefined;
    };
    expect([0.05, 0.999].map(levelAt)).toEqual([1, 2]);
  });
});

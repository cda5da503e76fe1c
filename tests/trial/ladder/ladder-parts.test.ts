import { describe, expect, it } from 'vitest';
import { calibratedSkeleton } from '../../../src/trial/ladder/calibrated-skeleton.ts';
import { eliminatesAt, elimination, isEliminated } from '../../../src/trial/ladder/elimination.ts';
import { intervalBoundaries, intervalRates } from '../../../src/trial/ladder/interval-boundaries.ts';
import { isotonicRecommendation } from '../../../src/trial/ladder/isotonic-recommendation.ts';
import { isShare, ladderFigures } from '../../../src/trial/ladder/ladder-characteristics.ts';
import { ladderState } from '../../../src/trial/ladder/ladder-state.ts';
import { nearestLevel } from '../../../src/trial/ladder/nearest-level.ts';
import { requireComplete } from '../../../src/trial/ladder/require-complete.ts';

const counts = (treated: number[], toxic: number[]) => ({ treated, toxic, watched: [] });

describe('ladderState', () => {
  const patient = (level: number, isToxic: boolean, followed = 1) => ({ level, isToxic, followed });

  it('counts patients and toxicities by level, and knows who is still watched', () => {
    const patients = [patient(0, false), patient(0, true, 0.1), patient(1, false, 0.4), patient(1, true)];
    expect(ladderState(3, patients, 2)).toEqual({
      treated: [2, 2, 0],
      toxic: [1, 1, 0],
      last: { level: 1, size: 2, toxic: 1 },
      watched: [{ level: 1, followed: 0.4 }],
    });
    expect(ladderState(2, [], 3)).toEqual({ treated: [0, 0], toxic: [0, 0], watched: [] });
  });

  it.each([
    [[patient(3, false)], 1, 'invalid level: 3 (must be one of the 3 from 0 on)'],
    [[patient(0.5, false)], 1, 'invalid level: 0.5'],
    [[patient(0, false, 1.2)], 1, 'invalid followed: 1.2 (must be in [0, 1])'],
    [[patient(0, false), patient(1, false)], 2, 'invalid lastSize: 2 (must be of one level)'],
  ])('refuses %j', (patients, size, message) => {
    expect(() => ladderState(3, patients, size)).toThrow(message);
  });
});

describe('intervalBoundaries', () => {
  it('lie where the two binomial likelihoods meet', () => {
    const rates = intervalRates(0.25);
    const { escalate, deescalate } = intervalBoundaries(rates);
    const log = (share: number, p: number): number => share * Math.log(p) + (1 - share) * Math.log(1 - p);
    expect(log(escalate, rates.underRate)).toBeCloseTo(log(escalate, 0.25), 14);
    expect(log(deescalate, rates.overRate)).toBeCloseTo(log(deescalate, 0.25), 14);
  });

  it('refuses rates that do not rise', () => {
    expect(() => intervalBoundaries({ target: 0.3, underRate: 0.3, overRate: 0.4 })).toThrow('invalid rates');
    expect(() => intervalBoundaries(intervalRates(0.8))).toThrow('must rise strictly between 0 and 1');
  });
});

describe('elimination', () => {
  it('needs three patients, and gives up all levels above', () => {
    expect(isEliminated(2, 2, 0.3, 0.95)).toBe(false);
    expect(isEliminated(3, 3, 0.3, 0.95)).toBe(true);
    expect(elimination(0.3, 0.95)(counts([3, 6, 3], [0, 4, 0]))).toBe(1);
    expect(elimination(0.3, 0.95)(counts([3, 6, 3], [0, 3, 0]))).toBe(3);
    expect(elimination(0.3, undefined)(counts([3, 6, 3], [3, 6, 3]))).toBe(3);
    expect(eliminatesAt(2, 0.3, 0.95)).toBeUndefined();
  });

  it('counts those who are watched by the share of the window that is over', () => {
    // Beta(4, 1 + 2w) above 0.3: 2 of 3 eliminate where the third has hardly been watched
    const eliminate = elimination(0.3, 0.85);
    const at = (followed: number) =>
      eliminate({ treated: [3, 0], toxic: [2, 0], watched: [{ level: 0, followed }] });
    expect(at(0.1)).toBe(0);
    expect(eliminate(counts([3, 0], [2, 0]))).toBe(isEliminated(2, 3, 0.3, 0.85) ? 0 : 2);
    expect(
      elimination(0.3, 0.95)({ treated: [3, 0], toxic: [2, 0], watched: [{ level: 0, followed: 0 }] }),
    ).toBe(0);
    expect(elimination(0.3, 0.95)(counts([3, 0], [2, 0]))).toBe(2);
  });
});

describe('isotonicRecommendation', () => {
  it('pools levels that fall, and of one pooled rate takes the highest below the target, else the lowest', () => {
    // 2 of 6 and 1 of 6 are pooled to about a quarter
    expect(isotonicRecommendation(counts([6, 6], [2, 1]), 0.3, 2)).toBe(1);
    expect(isotonicRecommendation(counts([6, 6], [2, 1]), 0.2, 2)).toBe(0);
  });

  it('leaves out levels that are given up, and those without patients', () => {
    expect(isotonicRecommendation(counts([6, 6, 0], [0, 2, 0]), 0.3, 1)).toBe(0);
    expect(isotonicRecommendation(counts([0, 6, 3], [0, 0, 0]), 0.3, 3)).toBe(2);
    expect(isotonicRecommendation(counts([0, 6], [0, 6]), 0.3, 1)).toBeUndefined();
  });
});

describe('nearestLevel', () => {
  it('takes the lower of two that are as near', () => {
    expect(nearestLevel([0.125, 0.25, 0.5], 0.375)).toBe(1);
    expect(nearestLevel([0.5, 0.7], 0.1)).toBe(0);
  });
});

describe('isShare', () => {
  it('is a probability of a recommendation, of none, or of overdosing', () => {
    const levels = 2;
    const positions = Array.from({ length: 3 * levels + 6 }, (_, position) => position);
    expect(positions.filter((position) => isShare(position, levels))).toEqual([0, 1, 6, 11]);
  });
});

describe('a figure of a finished trial', () => {
  it('has shares of its patients above the right level, and above the target', () => {
    const finished = { treated: [3, 6, 9], toxic: [0, 1, 4], recommended: 1 };
    const figures = (target: number) => ladderFigures(finished, [0.1, 0.3, 0.5], target);
    // Level 2 is nearest to 25 %, and itself above it: 15 of 18 are, more than 60 %
    expect(figures(0.25)).toEqual([0, 1, 0, 3, 6, 9, 0, 1, 4, 0, 18, 5, 9 / 18, 15 / 18, 1]);
    // At the target is not above it
    expect(figures(0.3).slice(-3)).toEqual([9 / 18, 9 / 18, 0]);
    expect(
      ladderFigures({ treated: [2, 3], toxic: [0, 0], recommended: undefined }, [0.1, 0.5], 0.3),
    ).toEqual(
      // 3 of 5 are 60 %, and not more
      [0, 0, 2, 3, 0, 0, 1, 5, 0, 3 / 5, 3 / 5, 0],
    );
  });
});

describe('a method that waits', () => {
  const method = requireComplete({
    levels: 2,
    maximumSize: 6,
    decide: () => ({ kind: 'treat', level: 1, patients: 3 }),
    recommend: () => 0,
  });

  it('decides only where nobody is watched', () => {
    const complete = counts([3, 0], [0, 0]);
    const watching = { ...complete, watched: [{ level: 0, followed: 0.5 }] };
    expect(method.decide(complete)).toMatchObject({ level: 1 });
    expect(method.recommend(complete)).toBe(0);
    for (const ask of [method.decide, method.recommend])
      expect(() => ask(watching)).toThrow(
        new RangeError('invalid watched: 1 patients (must be none: the method waits)'),
      );
  });
});

describe('calibratedSkeleton', () => {
  const plan = { halfWidth: 0.05, target: 0.25, priorLevel: 2, levels: 3 };

  it.each([
    [{ halfWidth: 0 }, 'invalid halfWidth: 0 (must leave 0.25 ± it within 0 and 1)'],
    [{ halfWidth: -0.05 }, 'invalid halfWidth: -0.05'],
    [{ halfWidth: 0.25 }, 'invalid halfWidth: 0.25'],
    [{ target: 0.75, halfWidth: 0.25 }, 'invalid halfWidth: 0.25 (must leave 0.75 ± it within 0 and 1)'],
    [{ priorLevel: 0 }, 'invalid priorLevel: 0 (must be a level from 1 to 3)'],
    [{ priorLevel: 1.5 }, 'invalid priorLevel: 1.5'],
    [{ priorLevel: 4 }, 'invalid priorLevel: 4'],
    [{ levels: 400 }, 'invalid levels: 400 (too many for rates that differ)'],
  ])('refuses %j', (change, message) => {
    expect(() => calibratedSkeleton({ ...plan, ...change })).toThrow(message);
  });

  it('may have its level at either end', () => {
    expect(calibratedSkeleton({ ...plan, priorLevel: 1 })[0]).toBeCloseTo(0.25, 14);
    expect(calibratedSkeleton({ ...plan, priorLevel: 3 })[2]).toBeCloseTo(0.25, 14);
  });

  it.each([
    { halfWidth: 0.05, target: 0.25, priorLevel: 3, levels: 5 },
    { halfWidth: 0.1, target: 0.3, priorLevel: 1, levels: 6 },
    { halfWidth: 0.02, target: 0.05, priorLevel: 4, levels: 4 },
  ])('has its indifference intervals end at target ± half-width: %j', (plan) => {
    const rates = calibratedSkeleton(plan);
    expect(rates).toHaveLength(plan.levels);
    expect(rates[plan.priorLevel - 1]).toBeCloseTo(plan.target, 14);
    for (let level = 1; level < rates.length; level++) {
      // The exponent at which the lower of two neighbours has the rate target − half-width
      const power = Math.log(plan.target - plan.halfWidth) / Math.log(rates[level - 1]);
      expect(Math.exp(power * Math.log(rates[level]))).toBeCloseTo(plan.target + plan.halfWidth, 12);
    }
  });

  it('refuses what is no skeleton', () => {
    const plan = { halfWidth: 0.05, target: 0.25, priorLevel: 2, levels: 3 };
    expect(() => calibratedSkeleton({ ...plan, halfWidth: 0.25 })).toThrow('invalid halfWidth: 0.25');
    expect(() => calibratedSkeleton({ ...plan, priorLevel: 4 })).toThrow('must be a level from 1 to 3');
    expect(() => calibratedSkeleton({ ...plan, levels: 400, halfWidth: 0.2 })).toThrow('invalid levels: 400');
  });
});

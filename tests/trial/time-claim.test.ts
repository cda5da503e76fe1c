import { describe, expect, it } from 'vitest';
import {
  createTimeClaim,
  failureWords,
  marginOfScale,
  type TimeClaimPlan,
} from '../../src/trial/time-claim.ts';
import { competingOf } from '../../src/trial/time-claim-shape.ts';

const margins = { hazardRatio: 2, difference: 0.0651, leads: 'hazardRatio' } as const;
const plan: TimeClaimPlan = {
  endpoint: 'localControl',
  atYears: 3,
  countsAsFailure: [],
  competing: [],
  test: 'logRank',
  oneSidedAlpha: 0.025,
  margins,
  plannedControlRate: 0.93,
};

describe('what fails, in words', () => {
  it('is the endpoint, or all that counts with it', () => {
    expect(failureWords({ countsAsFailure: [] })).toBe('local control');
    expect(failureWords({ countsAsFailure: ['death'] })).toBe('survival free of local failure or death');
    expect(failureWords({ countsAsFailure: ['death', 'metastasis'] })).toBe(
      'survival free of local failure, death or metastasis',
    );
  });
});

describe('events that compete', () => {
  it('are those that are stated, and death unless it counts as failure', () => {
    expect(competingOf({ countsAsFailure: [], competing: [] })).toEqual(['death']);
    expect(competingOf({ countsAsFailure: ['death'], competing: [] })).toEqual([]);
    expect(competingOf({ countsAsFailure: ['death'], competing: ['metastasis'] })).toEqual(['metastasis']);
    expect(competingOf({ countsAsFailure: [], competing: ['metastasis', 'death'] }).toSorted()).toEqual([
      'death',
      'metastasis',
    ]);
  });
});

describe('a margin on the scale of a test', () => {
  it('is one of the two stated', () => {
    expect(marginOfScale('difference', margins, 0.93, 3)).toBe(0.0651);
    expect(marginOfScale('hazardRatio', margins, 0.93, 3)).toBe(2);
    expect(marginOfScale('subdistributionHazardRatio', margins, 0.93, 3)).toBe(2);
  });

  it('or the area between two exponential curves', () => {
    const hazard = -Math.log(0.93) / 3;
    const steps = 2000;
    let area = 0;
    for (let i = 0; i < steps; i++) {
      const t = (3 * (i + 0.5)) / steps;
      area += (3 / steps) * (Math.exp(-hazard * t) - Math.exp(-2 * hazard * t));
    }
    expect(marginOfScale('restrictedMeanYears', margins, 0.93, 3)).toBeCloseTo(area, 7);
  });
});

describe('a claim on times', () => {
  it('has its border on the scale of its test', () => {
    expect(createTimeClaim(plan, '').limit).toBe(2);
    expect(createTimeClaim({ ...plan, test: 'kaplanMeier' }, '').limit).toBe(0.0651);
    const { margins: _, ...superiority } = plan;
    expect(createTimeClaim(superiority, '').limit).toBe(1);
    for (const test of ['kaplanMeier', 'restrictedMean', 'cumulativeIncidence'] as const)
      expect(createTimeClaim({ ...superiority, test }, '').limit).toBe(0);
    for (const test of ['cox', 'fineGray', 'gray'] as const)
      expect(createTimeClaim({ ...superiority, test }, '').limit).toBe(1);
  });

  it('rejects beyond the normal score of its level', () => {
    const { times, oneSidedAlpha } = createTimeClaim(plan, '');
    expect(oneSidedAlpha).toBe(0.025);
    expect(times.critical).toBeCloseTo(1.959963984540054, 12);
  });

  it('is true where the experimental rate is above what its leading margin leaves', () => {
    const ratio = createTimeClaim(plan, '');
    expect(ratio.rateAtMargin(0.9)).toBeCloseTo(0.81, 12);
    expect([0, 1].map(ratio.rateAtMargin)).toEqual([0, 1]);
    expect(ratio.slack(0.9, 0.85)).toBeCloseTo(0.04, 12);
    const points = createTimeClaim({ ...plan, margins: { ...margins, leads: 'difference' } }, '');
    expect(points.rateAtMargin(0.9)).toBeCloseTo(0.8349, 12);
    const { margins: _, ...superiority } = plan;
    expect(createTimeClaim(superiority, '').rateAtMargin(0.9)).toBe(0.9);
  });

  it('looks at competing events where its test does', () => {
    expect(createTimeClaim(plan, '').events).toEqual({
      countsAsFailure: [],
      competing: ['death'],
      seesCompeting: false,
    });
    expect(createTimeClaim({ ...plan, test: 'gray' }, '').events.seesCompeting).toBe(true);
    const composite = { ...plan, test: 'gray', countsAsFailure: ['death'] } as const;
    expect(createTimeClaim(composite, '').events.seesCompeting).toBe(false);
  });

  it('carries what it was planned with, and nothing that was not stated', () => {
    expect(createTimeClaim({ ...plan, disagreement: 'they differ' }, '').times).toMatchObject({
      margins,
      disagreement: 'they differ',
      plannedControlRate: 0.93,
    });
    const { margins: _, plannedControlRate: __, ...superiority } = plan;
    expect(Object.keys(createTimeClaim(superiority, '').times).toSorted()).toEqual([
      'createAnalysis',
      'critical',
      'scale',
    ]);
  });
});

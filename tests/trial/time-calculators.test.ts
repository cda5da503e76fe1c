import { describe, expect, it } from 'vitest';
import { calculators } from '../../src/trial/calculators/index.ts';

const ask = (kind: string, parameters: object) => {
  const { parameters: schema, solve } = calculators[kind];
  return solve(schema.parse(parameters) as never);
};
const refusals = (kind: string, parameters: object): string[] =>
  calculators[kind].parameters.safeParse(parameters).error?.issues.map(({ message }) => message) ?? [];

const story = { controlRate: 0.93, atYears: 3, margin: 0.07 };
const followed = { accrualYears: 4, followUpYears: 3 };

describe('log-rank', () => {
  it('93 % at 3 years, 7 points, 5 %, 80 %: 47 events, 407 patients, and why not to', () => {
    const { numbers, sentence, variant } = ask('logRank', { ...story, ...followed });
    expect(numbers).toMatchObject({ events: 47, total: 407, analysisYears: 7, marginDifference: 0.07 });
    expect(sentence).toBe(
      '47 events give the log-rank test at a one-sided level of 5 % 80.00 % power (Schoenfeld) to rule out a hazard ratio of 2.078 if the true one is 1; 407 patients, enrolled over 4 years, followed until 3 years after the last, are expected to have them 7 years after the trial opens.',
    );
    expect(variant.at(-1)).toMatch(/84\.42 % of the control arm.*Ji & Alonzo 2025/);
  });

  it('many events: no word against it', () => {
    const { variant } = ask('logRank', { controlRate: 0.5, atYears: 5, experimentalRate: 0.7 });
    expect(variant.join(' ')).not.toContain('Few events');
  });

  it('total and events: the time at which they are expected', () => {
    const planned = ask('logRank', { ...story, ...followed }).numbers;
    const { numbers } = ask('logRank', {
      ...story,
      accrualYears: 4,
      total: planned.total,
      events: planned.unroundedEvents,
    });
    expect(numbers.analysisYears).toBeCloseTo(7, 2);
    expect(numbers.power).toBeCloseTo(0.8, 9);
  });

  it('two margins that disagree are told of, and the leading one decides', () => {
    const given = { controlRate: 0.85, atYears: 5, margin: 0.0765, hazardRatioMargin: 1.52 };
    const led = (leads: string) => ask('logRank', { ...given, leads });
    expect(led('hazardRatio').numbers.nullHazardRatio).toBe(1.52);
    expect(led('difference').numbers.nullHazardRatio).toBeCloseTo(1.58, 2);
    expect(led('difference').variant).toContainEqual(
      expect.stringMatching(/^The margins disagree: 7.65 points/),
    );
  });

  it('a curve that flattens has fewer events, one that starts late fewer still', () => {
    const probability = (curve: object) =>
      ask('logRank', { ...story, ...followed, ...curve }).numbers.eventProbability as number;
    expect(probability({ cured: 0.92 })).toBeLessThan(probability({}));
    expect(probability({ curveYears: [7], curveRates: [0.9] })).toBeLessThan(probability({}));
    expect(probability({ shape: 2 })).toBeGreaterThan(probability({}));
    expect(probability({ rampYears: 2 })).toBeLessThan(probability({}));
  });

  it.each([
    [{ controlRate: 0.9, atYears: 3 }, 'superiority needs the planned experimentalRate or hazardRatio'],
    [{ ...story, hazardRatioMargin: 2 }, 'two margins: leads must say which one decides'],
    [{ ...story, leads: 'difference' }, 'leads does nothing without two margins'],
    [{ ...story, total: 400 }, 'total needs accrualYears, followUpYears or perPatientYears'],
    [{ ...story, accrualYears: 4 }, 'accrualYears needs followUpYears, perPatientYears, or total and events'],
    [{ ...story, power: 0.9, events: 40 }, 'power does nothing beside events'],
    [{ ...story, shape: 2, cured: 0.1 }, 'cured does nothing beside shape'],
    [{ ...story, curveYears: [5] }, 'curveYears and curveRates must be as many'],
    [{ ...story, lossByYears: 1 }, 'lossByYears does nothing without loss'],
    [
      { ...story, oneSidedAlpha: 0.05, twoSidedAlpha: 0.1 },
      'twoSidedAlpha does nothing beside oneSidedAlpha',
    ],
    [
      { ...story, margin: 0.95 },
      '0.95 is too large a margin (must be below the control rate, 0.93: no rate could be worse)',
    ],
    [
      { ...story, margin: undefined, hazardRatioMargin: 0.8 },
      '0.8 is on the wrong side of 1 (a margin of non-inferiority lies above it: failures may be so many times as frequent)',
    ],
  ])('%j', (given, message) => {
    expect(refusals('logRank', given)).toEqual([message]);
  });

  it('a truth at the margin or beyond has no size', () => {
    expect(() => ask('logRank', { ...story, experimentalRate: 0.86 })).toThrow('no number of events');
  });
});

describe('Kaplan–Meier estimates at a fixed time', () => {
  it('without loss: the Wald test of proportions', () => {
    const { numbers } = ask('kaplanMeierDifference', story);
    // 2 × 164.27, whose whole numbers an arm are 165
    expect(numbers.unroundedTotal).toBeCloseTo((2 * 2 * 0.93 * 0.07 * 6.182557232) / 0.0049, 5);
  });

  it('with loss: fewer than where all the lost are made good', () => {
    const total = (more: object) =>
      ask('kaplanMeierDifference', { ...story, ...more }).numbers.unroundedTotal as number;
    expect(total({ loss: 0.1 })).toBeGreaterThan(total({}));
    expect(total({ loss: 0.1 })).toBeLessThan(total({}) / 0.9);
  });

  it('the power of the size for a power is that power', () => {
    const { unroundedTotal } = ask('kaplanMeierDifference', { ...story, loss: 0.1 }).numbers;
    const total = Math.ceil(unroundedTotal as number);
    const { power } = ask('kaplanMeierDifference', { ...story, loss: 0.1, total }).numbers;
    expect(power).toBeGreaterThan(0.8);
    expect(power).toBeLessThan(0.803);
  });

  it.each([
    [{ controlRate: 0.9, atYears: 3 }, 'superiority needs the planned experimentalRate'],
    [{ ...story, accrualYears: 3 }, 'accrualYears needs followUpYears or perPatientYears'],
  ])('%j', (given, message) => {
    expect(refusals('kaplanMeierDifference', given)).toEqual([message]);
  });
});

describe('margins', () => {
  it('RTOG 0415: told that they disagree', () => {
    const { numbers, variant } = ask('margin', { controlRate: 0.85, hazardRatio: 1.52, difference: 0.0765 });
    expect(numbers).toMatchObject({ leads: 'hazardRatio', hazardRatio: 1.52 });
    expect(variant).toContainEqual(expect.stringMatching(/both hold at 83\.0 %\.$/));
  });

  it('a difference means nothing at a control rate below it', () => {
    const { table } = ask('margin', { controlRate: 0.9, difference: 0.2, rates: [0.1, 0.5] });
    expect(table!.rows.map(([rate]) => rate)).toEqual(['50 %', '90 %']);
  });

  it('must be one', () => {
    expect(refusals('margin', { controlRate: 0.9 })).toEqual([
      'missing margin: needs one of hazardRatio, difference',
    ]);
  });
});

it('two competing events: 7.87 % have it, one minus Kaplan–Meier says 9.52 %', () => {
  const { numbers } = ask('cumulativeIncidence', {
    hazardPerYear: 0.02,
    competingHazardPerYear: 0.08,
    atYears: 5,
  });
  expect(numbers.incidence).toBeCloseTo(0.0787, 4);
  expect(numbers.naive).toBeCloseTo(0.0952, 4);
});

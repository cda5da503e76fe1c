import { describe, expect, it } from 'vitest';
import { calculators } from '../../../src/trial/calculators/index.ts';

const timed = { controlRate: 0.93, atYears: 3, margin: 0.07 };
const precise = { alphaBeta: 3, perArm: 100, gamma50: 1 };

describe('what has no answer', () => {
  it.each([
    [
      'kaplanMeierDifference',
      { ...timed, experimentalRate: 0.86 },
      'the planned rates do not meet the claim',
    ],
    [
      'kaplanMeierDifference',
      { ...timed, margin: undefined, experimentalRate: 0.93 },
      'do not meet the claim',
    ],
    ['logRank', { ...timed, margin: undefined, hazardRatio: 1 }, 'no number of events'],
    [
      'nonInferiority',
      { controlRate: 0.9, experimentalRate: 0.83, margin: 0.07, endpoint: 'localControl' },
      '83 %, lies at the margin, 83 %, or beyond',
    ],
    [
      'nonInferiority',
      { controlRate: 0.2, experimentalRate: 0.35, margin: 0.1, endpoint: 'fibrosis' },
      '35 %, lies at the margin, 30 %, or beyond',
    ],
    [
      'superiority',
      { controlRate: 0.3, experimentalRate: 0.3, endpoint: 'fibrosis' },
      '30 %, is not better than the control’s, 30 %',
    ],
    [
      'superiority',
      { controlRate: 0.5, experimentalRate: 0.501 },
      'no sample size up to 5000 control patients, where the search ends; the formula asks for',
    ],
    [
      'alphaBetaPrecision',
      { ...precise, schedules: ['25x2', '5x6', '25x2'] },
      'total dose and fraction size cannot be told apart by 25x2, 5x6, 25x2',
    ],
    ['alphaBetaPrecision', { ...precise, schedules: ['25x2', '26x2', '27x2'] }, 'cannot be told apart'],
    [
      'alphaBetaPrecision',
      { ...precise, schedules: ['25x2', '5x6', '1x20'], perArm: 1, gamma50: 40, controlRate: 0.999999 },
      'hardly any failures are expected but in one arm',
    ],
    [
      'simon',
      { nullRate: 0.3, alternativeRate: 0.31, maximumSize: 500 },
      'power of at least 0.8, the most that is searched',
    ],
    [
      'certainty',
      { perArm: 2, nullRate: 0.7, alternativeRate: 0.85 },
      'no posterior certainty holds a type I error of 0.05',
    ],
    [
      'simon',
      { nullRate: 0.1, alternativeRate: 0.3, maximumSize: 10 },
      'no two-stage design of up to maximumSize 10 patients has a type I error of at most 0.05 and a power of at least 0.8',
    ],
    [
      'posterior',
      { target: 0.7, alternativeRate: 0.85, perArm: 2 },
      'invalid perArm: 2 (too few: not even 2 successes are enough)',
    ],
    ['normalApproximation', { nullRate: 0.9, alternativeRate: 0.95, perArm: 5 }, 'invalid perArm: 5'],
    [
      'historicalControl',
      { events: 31, patients: 88, alternativeRate: 0.3, maximumSize: 20 },
      'maximumSize 20',
    ],
  ])('%s of %j: %s', (kind, given, message) => {
    const { parameters, solve } = calculators[kind];
    const question = parameters.parse(given);
    expect(() => solve(question)).toThrow(RangeError);
    expect(() => solve(question)).toThrow(message);
  });
});

import { describe, expect, it } from 'vitest';
import { pathHeadings, pathLabels } from '../../../src/study/sweep/path-words.ts';
import { readTip } from '../../../src/study/sweep/tip.ts';
import type { TippingPoint } from '../../../src/study/sweep/tipping-point.ts';
import { lineSentence, threeDigits } from '../../../src/study/sweep/tipping-words.ts';

const naming = { hasSeveralClaims: false, power: 'power', label: (path: string) => pathLabels([path])[0] };
const point = (more: Partial<TippingPoint>): TippingPoint => ({
  path: 'truth.cohort.heterogeneity.alphaBetaGy',
  truth: 'asPlanned',
  others: {},
  criterion: { kind: 'claim', endpoint: 'localControl' },
  range: [2, 10],
  crossings: [{ at: 5.4182, isExact: true, standardError: 0 }],
  holds: [[null, 5.4182]],
  sentence: '',
  ...more,
});
const power = { kind: 'quantity', quantity: 'power', target: 0.8 } as const;

describe('lineSentence', () => {
  it('names the path once', () => {
    const crossings = [{ at: 3.998, isExact: true, standardError: 0 }];
    expect(
      lineSentence([point({}), point({ criterion: power, crossings, holds: [[null, 3.998]] })], naming),
    ).toBe('The claim is true for α/β below 5.42 Gy; power is at least 80 % below 4.00 Gy.');
  });

  it('says what is interpolated, with its error', () => {
    const crossings = [
      { at: 2.514, isExact: false, standardError: 0.0312 },
      { at: 6.1, isExact: false, standardError: 0.2 },
    ];
    expect(lineSentence([point({ criterion: power, crossings, holds: [[2.514, 6.1]] })], naming)).toBe(
      'Power is at least 80 % for α/β between 2.514 ± 0.031 and 6.10 ± 0.20 Gy (interpolated).',
    );
  });

  it('says what never turns', () => {
    expect(lineSentence([point({ crossings: [], holds: [[null, null]] })], naming)).toBe(
      'The claim is true at every α/β from 2 to 10 Gy.',
    );
    expect(lineSentence([point({ crossings: [], holds: [], criterion: power })], naming)).toBe(
      'Power is below 80 % at every α/β from 2 to 10 Gy.',
    );
  });

  it('says which claim where there are several', () => {
    expect(lineSentence([point({})], { ...naming, hasSeveralClaims: true })).toBe(
      'The claim on local control is true for α/β below 5.42 Gy.',
    );
  });
});

it('three digits, never an exponent', () => {
  expect([1234.5, 103.4, 5.4182, 0.03141, -2, 0].map(threeDigits)).toEqual([
    '1235',
    '103',
    '5.42',
    '0.0314',
    '−2.00',
    '0',
  ]);
});

it('paths are called as short as tells them apart', () => {
  const paths = [
    'truth.cohort.heterogeneity.alphaBetaGy.logNormal.median',
    'uncertainty.truth.cohort.heterogeneity.alphaBetaGy.logNormal.median',
    'truth.woundComplication.alphaBetaGy',
    'arms.control.schedule',
    'arms.experimental.schedule',
    'truth.localControl.gamma50',
  ];
  expect(pathHeadings(paths)).toEqual([
    'α/β (Gy)',
    'median of α/β (Gy)',
    'α/β of wound complications (Gy)',
    'control.schedule',
    'experimental.schedule',
    'gamma50',
  ]);
  const alike = ['truth.localControl.gamma50', 'truth.response.gamma50'];
  expect(pathLabels(alike)).toEqual(alike);
});

describe('readTip', () => {
  it('reads a quantity of the whole design and its target', () => {
    expect(readTip('assurance=0.6')).toEqual({ quantity: 'assurance', target: 0.6 });
    expect(readTip('expectedSampleSize=100')).toEqual({ quantity: 'expectedSampleSize', target: 100 });
  });

  it.each([
    ['power', 'is not written quantity=value'],
    ['powr=0.8', 'unknown quantity: powr (did you mean power?)'],
    ['power=80', 'the value must be a probability < 1'],
    ['power=x', 'the value must be a number > 0'],
  ])('refuses %s', (argument, message) => {
    expect(() => readTip(argument)).toThrow(`--tip ${argument}  ${message}`);
  });
});

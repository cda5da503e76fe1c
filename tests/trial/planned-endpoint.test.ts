import { describe, expect, it } from 'vitest';
import { endpoints } from '../../src/outcomes/endpoints/index.ts';
import { checkEndpointTime, endpointAndTime, endpointPhrase } from '../../src/trial/endpoint-time.ts';
import { margin } from '../../src/trial/margin.ts';
import {
  checkPlannedTime,
  endpointBlock,
  endpointWords,
  plannedEndpoint,
} from '../../src/trial/planned-endpoint.ts';

type Issues = { path?: PropertyKey[]; message?: string }[];
const said = (issues: Issues): string[] =>
  issues.map(({ path = [], message }) => `${path.join('.')}: ${message}`);
const local = endpoints.localControl;
const wound = endpoints.woundComplication;

describe('the endpoint of a plan', () => {
  it('is local control where more is better, wound complications where fewer, unless stated', () => {
    expect(plannedEndpoint({}, true)).toBe(local);
    expect(plannedEndpoint({}, false)).toBe(wound);
    expect(plannedEndpoint({ endpoint: 'woundComplication' }, true)).toBe(wound);
    expect(endpointBlock({}, true)).toEqual({ endpoint: 'localControl', atYears: 2 });
    expect(endpointBlock({}, false)).toEqual({ endpoint: 'woundComplication', withinDays: 120 });
    expect(endpointBlock({ atYears: 5 }, true)).toEqual({ endpoint: 'localControl', atYears: 5 });
    expect(endpointBlock({ withinDays: 30 }, false)).toEqual({
      endpoint: 'woundComplication',
      withinDays: 30,
    });
    expect(endpointWords({ atYears: 1 }, true)).toBe('local control at 1 year');
    expect(endpointWords({}, true)).toBe('local control at 2 years');
  });

  it('has its own key of time', () => {
    const problems = (planned: object, of = local): string[] => {
      const issues: Issues = [];
      checkPlannedTime(planned, of, issues as never);
      return said(issues);
    };
    expect(problems({ atYears: 2 })).toEqual([]);
    expect(problems({ atYears: 2, withinDays: 5 })).toEqual([
      'withinDays: local control is timed by atYears; withinDays does nothing',
    ]);
    expect(problems({ atYears: 2 }, wound)).toEqual([
      `atYears: ${wound.label} is timed by withinDays; atYears does nothing`,
    ]);
  });
});

describe('the endpoint and time of a claim', () => {
  const problems = (value: object): string[] => {
    const issues: Issues = [];
    checkEndpointTime({ value, issues } as never);
    return said(issues);
  };

  it.each([
    [{ endpoint: 'localControl', atYears: 2 }, []],
    [{ endpoint: 'localControl' }, [': local control needs its time: atYears']],
    [
      { endpoint: 'localControl', withinDays: 5 },
      [
        ': local control needs its time: atYears',
        'withinDays: local control is timed by atYears; withinDays does nothing',
      ],
    ],
    [{ endpoint: 'woundComplication', withinDays: 1 }, []],
    [{ endpoint: 'woundComplication', withinDays: 0 }, ['withinDays: invalid withinDays: 0 (must be >= 1)']],
  ])('%j: %j', (value, expected) => {
    expect(problems(value)).toEqual(expected);
  });

  it('are read and put in words', () => {
    expect(endpointAndTime({ endpoint: 'localControl', atYears: 2 })).toEqual({ endpoint: local, time: 2 });
    expect(endpointAndTime({ endpoint: 'woundComplication', withinDays: 30 }).time).toBe(30);
    expect(endpointPhrase(local, 2)).toBe('local control at 2 years');
    expect(endpointPhrase(wound, 1)).toBe(`${wound.label} within 1 day`);
    expect(endpointPhrase(wound, 30)).toBe(`${wound.label} within 30 days`);
    expect(endpointPhrase(wound, 0)).toBe(`${wound.label} at surgery`);
  });
});

describe('a margin', () => {
  const message = (value: number): string | undefined => margin().safeParse(value).error?.issues[0].message;

  it.each([
    [0.01, undefined],
    [0.99, undefined],
    [0.995, '0.995 is too large for a margin (must be at most 0.99)'],
    [1, '1 is too large for a margin (must be at most 0.99)'],
    [7, '7 is not a probability (must be in [0, 1]; for 7 % write 0.07)'],
    [0, '0 is no margin (must be above 0; without a margin, claim superiority)'],
    [-0.1, '-0.1 has the wrong sign (a margin must be above 0, whichever way is worse)'],
  ])('of %d: %s', (value, expected) => {
    expect(message(value)).toBe(expected);
  });
});

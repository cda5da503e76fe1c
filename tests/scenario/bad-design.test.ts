import { describe, expect, it } from 'vitest';
import { readScenario } from '../../src/scenario/read-scenario.ts';
import { refusalOfText } from '../fixtures/refusal.ts';

const single = `isoeffect: 1
title: a single arm
seed: bad
arms:
  experimental: {}
truth:
  woundComplication: { model: statedRates, experimental: 0.3 }
  localControl: { model: statedRates, experimental: 0.9 }
design:
  perArm: 40
  accrual: { perMonth: 5 }
  interim:
    - toxicityStop: { endpoint: woundComplication, withinDays: 120, prior: { a: 0.7, b: 1.3 }, limitRate: 0.35, certainty: 0.95, looks: { every: 10 } }
  completion: { endpoint: woundComplication, withinDays: 120, limitRate: 0.35 }
`;
const RULE = /- toxicityStop: .*/;
const CLAIM = /completion: .*/;

describe('a bad design of a single arm is refused at its place', () => {
  it('the example itself is taken', () => {
    expect(readScenario(single, 'x.yaml').scenario.design.perArm).toBe(40);
  });

  it.each<[what: string, before: string | RegExp, after: string, message: string]>([
    [
      'looks beyond the sample size',
      'looks: { every: 10 }',
      'looks: [10, 60]',
      'x.yaml:13:137  a look at 60 patients is beyond the 40 of the trial',
    ],
    [
      'looks that fall',
      'looks: { every: 10 }',
      'looks: [20, 10]',
      'x.yaml:13:137  looks must rise: 10 follows 20',
    ],
    [
      'no look at all',
      'looks: { every: 10 }',
      'looks: { every: 50 }',
      'x.yaml:13:137  no look falls within 40 patients',
    ],
    [
      'an unknown rule',
      'toxicityStop',
      'toxicityStops',
      'x.yaml:13:7  unknown key: toxicityStops (did you mean toxicityStop?)',
    ],
    [
      'a limit in percent',
      'limitRate: 0.35, certainty',
      'limitRate: 35, certainty',
      'x.yaml:13:107  35 is not a probability (must be in [0, 1]; for 35 % write 0.35)',
    ],
    [
      'a prior without weight',
      'prior: { a: 0.7',
      'prior: { a: 0',
      'x.yaml:13:81  invalid a: 0 (must be > 0)',
    ],
    [
      'bounds that do not match the looks',
      RULE,
      '- boundary: { endpoint: localControl, atYears: 1, looks: [9, 20], successesAtMost: [0] }',
      'x.yaml:13:88  1 bounds for 2 looks',
    ],
    [
      'a rule without bounds',
      RULE,
      '- boundary: { endpoint: localControl, atYears: 1, looks: [9] }',
      'x.yaml:13:17  needs one of successesAtMost, failuresAtLeast, successesAtLeast',
    ],
    [
      'an efficacy bound for the claim of another endpoint',
      RULE,
      '- boundary: { endpoint: localControl, atYears: 1, looks: [9], successesAtLeast: [9] }',
      'x.yaml:13:17  a stop for efficacy on local control cannot show the claim on wound complications',
    ],
    [
      'a rule and a claim that look at different times',
      'withinDays: 120, prior',
      'withinDays: 30, prior',
      'x.yaml:13:64  the rule looks at wound complications within 30 days, the design elsewhere at wound complications within 120 days',
    ],
    [
      'an endpoint that the truth has no model of',
      /accrual: .*\n {2}interim:\n.*\n {2}completion: .*/,
      'interim: [{ boundary: { endpoint: fibrosis, atYears: 1, looks: [9], failuresAtLeast: [5] } }]\n  successCount: { endpoint: localControl, atYears: 1, nullRate: 0.8, successesAbove: 35 }',
      'x.yaml:11:37  the design looks at fibrosis, but the truth has no model of it',
    ],
    [
      'a time that does not fit the endpoint',
      'withinDays: 120, prior',
      'atYears: 1, prior',
      'x.yaml:13:21  wound complications needs its time: withinDays',
    ],
    [
      'completion without rules',
      / {2}interim:\n.*\n/,
      '',
      'x.yaml:12:15  completion does nothing without an interim rule on wound complications: none stops for it',
    ],
    [
      'completion of what no rule watches',
      CLAIM,
      'completion: { endpoint: localControl, atYears: 1, limitRate: 0.7 }',
      'x.yaml:14:15  completion does nothing without an interim rule on local control: none stops for it',
    ],
    [
      'looks without end',
      'looks: { every: 10 }',
      'looks: { every: 1, to: 200000000 }',
      'x.yaml:13:137  looks up to 200000000 patients are beyond the 40 of the trial',
    ],
    [
      'a stop that is certain',
      RULE,
      '- boundary: { endpoint: woundComplication, withinDays: 120, looks: [10], successesAtMost: [12] }',
      'x.yaml:13:95  12 or fewer successes of 10 are certain: every trial stops',
    ],
    [
      'bounds that no look reaches',
      RULE,
      '- boundary: { endpoint: woundComplication, withinDays: 120, looks: [10], failuresAtLeast: [12] }',
      'x.yaml:13:95  failuresAtLeast does nothing: no look has so many patients',
    ],
    [
      'bounds that meet',
      RULE,
      '- boundary: { endpoint: woundComplication, withinDays: 120, looks: [10], successesAtMost: [5], successesAtLeast: [4] }',
      'x.yaml:13:118  4 successes of 10 would stop the trial for efficacy and against it',
    ],
    [
      'a count that nobody reaches',
      CLAIM,
      'successCount: { endpoint: woundComplication, withinDays: 120, nullRate: 0.35, successesAbove: 40 }',
      'x.yaml:14:97  more than 40 successes of 40 are impossible',
    ],
    [
      'an earlier series whose margin leaves no rate',
      CLAIM,
      'historicalControl: { endpoint: woundComplication, withinDays: 120, events: 15, patients: 20, margin: 0.5, certainty: 0.9 }',
      'x.yaml:14:104  the rate to be better than would be 1.25 (must be above 0 and below 1)',
    ],
    [
      'a pause without looks',
      /accrual: .*\n {2}interim:\n.*\n {2}completion: .*/,
      'accrual: { perMonth: 5, pausesAtLooks: true }\n  successCount: { endpoint: localControl, atYears: 1, nullRate: 0.8, successesAbove: 35 }',
      'x.yaml:11:42  pausesAtLooks does nothing without interim rules',
    ],
    [
      'interim rules of two arms',
      '  experimental: {}\n',
      '  control: {}\n  experimental: {}\n',
      'x.yaml:14:5  interim rules need a single arm; there are 2',
    ],
    ['an accrual of nobody', 'perMonth: 5', 'perMonth: 0', 'x.yaml:11:24  invalid perMonth: 0 (must be > 0)'],
    [
      'an alpha of a half',
      CLAIM,
      'singleArm: { endpoint: woundComplication, withinDays: 120, nullRate: 0.35, oneSidedAlpha: 0.5, test: exactBinomial }',
      'x.yaml:14:93  0.5 is too large for a significance level (must be below 0.5)',
    ],
    [
      'a two-arm claim',
      CLAIM,
      'nonInferiority: { endpoint: localControl, atYears: 1, margin: 0.1, oneSidedAlpha: 0.05, test: wald }',
      'x.yaml:14:19  nonInferiority needs 2 arms; there is 1',
    ],
    [
      'more events than patients in the earlier series',
      CLAIM,
      'historicalControl: { endpoint: woundComplication, withinDays: 120, events: 90, patients: 88, certainty: 0.9 }',
      'x.yaml:14:78  90 events in 88 patients',
    ],
    [
      'more observed events than patients',
      CLAIM,
      'posterior: { endpoint: woundComplication, withinDays: 120, prior: { a: 1, b: 1 }, target: 0.35, certainty: 0.9, observed: { events: 9, patients: 8 } }',
      'x.yaml:14:135  9 events in 8 patients',
    ],
    [
      'two ways to state the claims',
      CLAIM,
      'completion: { endpoint: woundComplication, withinDays: 120, limitRate: 0.35 }\n  successCount: { endpoint: woundComplication, withinDays: 120, nullRate: 0.35, successesAbove: 30 }',
      'x.yaml:10:3  needs one of',
    ],
    [
      'rules whose outcomes take different times',
      /- toxicityStop: (.*)/,
      '- toxicityStop: $1\n    - boundary: { endpoint: localControl, atYears: 1, looks: [20], successesAtMost: [9] }',
      'x.yaml:14:52  with accrual, all rules must wait equally long: outcomes here are known after 365.25 days, those of wound complications after 120',
    ],
  ])('%s', (_, before, after, message) => {
    expect(before instanceof RegExp ? before.test(single) : single.includes(before)).toBe(true);
    const lines = refusalOfText(single.replace(before, after));
    expect(
      lines.some((line) => line.startsWith(message)),
      lines.join('\n'),
    ).toBe(true);
  });

  it('gives every problem at once', () => {
    const text = single
      .replace('looks: { every: 10 }', 'looks: [10, 60]')
      .replace(CLAIM, 'completion: { endpoint: woundComplication, withinDays: 30, limitRate: 0.35 }');
    expect(refusalOfText(text).length).toBeGreaterThan(1);
  });
});

describe('a bad design of two arms is refused at its place', () => {
  const two = `isoeffect: 1
title: two arms
seed: bad
arms: { control: {}, experimental: {} }
truth:
  localControl: { model: statedRates, control: 0.93, experimental: 0.93 }
design:
  perArm: 100
  nonInferiority: { endpoint: localControl, atYears: 3, margin: 0.07, oneSidedAlpha: 0.05, test: wald }
`;

  it.each([
    ['a margin below 0', 'margin: 0.07', 'margin: -0.07', 'x.yaml:9:65'],
    ['a margin of 0', 'margin: 0.07', 'margin: 0', 'x.yaml:9:65'],
    ['a margin in points', 'margin: 0.07', 'margin: 7', 'x.yaml:9:65  7 is not a probability'],
    ['an alpha above a half', 'oneSidedAlpha: 0.05', 'oneSidedAlpha: 0.95', 'x.yaml:9:86  0.95 is too large'],
    ['a test without a margin', 'test: wald', 'test: fisher', 'x.yaml:9:98'],
    ['a one-arm test', 'test: wald', 'test: exactBinomial', 'x.yaml:9:98  unknown test: exactBinomial'],
    [
      'a claim twice',
      /nonInferiority: (.*)/,
      'hierarchical:\n    - superiority: { endpoint: localControl, atYears: 3, twoSidedAlpha: 0.05, test: wald }\n    - nonInferiority: $1',
      'x.yaml:11:35  localControl is claimed twice',
    ],
    [
      'a list of one claim',
      /nonInferiority: (.*)/,
      'hierarchical: [{ nonInferiority: $1 }]',
      'x.yaml:9:17  invalid hierarchical: a list (must have at least 2)',
    ],
  ])('%s', (_, before, after, message) => {
    const lines = refusalOfText(two.replace(before, after));
    expect(
      lines.some((line) => line.startsWith(message)),
      lines.join('\n'),
    ).toBe(true);
  });
});

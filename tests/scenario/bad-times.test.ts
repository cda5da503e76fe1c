import { describe, expect, it } from 'vitest';
import { readScenario } from '../../src/scenario/read-scenario.ts';
import { refusalOfText } from '../fixtures/refusal.ts';

const times = `isoeffect: 1
title: times
seed: bad
arms: { control: {}, experimental: {} }
truth:
  cohort: { heterogeneity: { lowerLimb: 0, alphaBetaGy: 4, site: { categorical: { limb: 0.6, trunk: 0.4 } } } }
  localControl: { model: statedRates, control: 0.8, experimental: 0.8, latency: { kind: proportionalHazards, weibull: { atYears: 3 } } }
  competing: { deathPerYear: 0.05, metastasisPerYear: 0.1 }
design:
  total: 200
  accrual: { perMonth: 5 }
  followUp: { events: { number: 60, withinYears: 9 } }
  timeNonInferiority: { endpoint: localControl, atYears: 3, margin: { hazardRatio: 2 }, plannedControlRate: 0.8, oneSidedAlpha: 0.05, test: logRank }
  groupSequential: { informationFractions: [0.5, 1], efficacy: { lanDeMetsObrienFleming: {} }, futility: { fixedZ: { z: 0 } } }
`;
const MARGIN = '{ hazardRatio: 2 }';
const FOLLOW_UP = /followUp: .*/;
const RATIOS = 'metastasisPerYear: 0.1';
const COUNTS =
  'nonInferiority: { endpoint: localControl, atYears: 3, margin: 0.1, oneSidedAlpha: 0.05, test: wald }';

/** Expects a refusal that opens with a line, of the scenario with each text replaced. */
function expectRefusal(edits: readonly (readonly [string | RegExp, string])[], message: string): void {
  let text = times;
  for (const [before, after] of edits) {
    expect(before instanceof RegExp ? before.test(text) : text.includes(before), String(before)).toBe(true);
    text = text.replace(before, after);
  }
  const lines = refusalOfText(text);
  expect(
    lines.some((line) => line.startsWith(message)),
    lines.join('\n'),
  ).toBe(true);
}

type Case = [what: string, before: string | RegExp, after: string, message: string];

describe('a bad claim on times is refused at its place', () => {
  it('the example itself is taken', () => {
    expect(readScenario(times, 'x.yaml').scenario.design.total).toBe(200);
  });

  it.each<Case>([
    [
      'a margin on the wrong side of 1',
      'hazardRatio: 2',
      'hazardRatio: 0.5',
      'x.yaml:13:84  0.5 is on the wrong side of 1 (a margin of non-inferiority lies above it',
    ],
    [
      'a margin of nothing',
      MARGIN,
      '{}',
      'x.yaml:13:69  missing margin: needs one of hazardRatio, difference; both need leads',
    ],
    ['a margin without its scale', MARGIN, '0.07', 'x.yaml:13:69  invalid margin: 0.07 (must be a block)'],
    [
      'a misspelt scale',
      MARGIN,
      '{ hazardRatoi: 2 }',
      'x.yaml:13:71  unknown key: hazardRatoi (did you mean hazardRatio?)',
    ],
    [
      'a margin that leaves no rate',
      MARGIN,
      '{ difference: 0.9 }',
      'x.yaml:13:83  0.9 leaves no rate below the planned control rate, 0.8',
    ],
    ['a margin in points', MARGIN, '{ difference: 7 }', 'x.yaml:13:83  7 is not a probability'],
    [
      'two margins',
      MARGIN,
      '{ hazardRatio: 2, difference: 0.1 }',
      'x.yaml:13:69  two margins: leads must say which one decides',
    ],
    [
      'a margin that is not there and leads',
      MARGIN,
      '{ hazardRatio: 2, leads: difference }',
      'x.yaml:13:94  leads names difference, which is not given',
    ],
    [
      'a margin of superiority',
      /timeNonInferiority: .*/,
      'timeSuperiority: { endpoint: localControl, atYears: 3, margin: { hazardRatio: 2 }, twoSidedAlpha: 0.05, test: logRank }',
      'x.yaml:13:58  unknown key: margin',
    ],
    [
      'a misspelt test',
      'test: logRank',
      'test: logrank',
      'x.yaml:13:141  unknown test: logrank (did you mean logRank?)',
    ],
    [
      'a test of counts',
      'test: logRank',
      'test: farringtonManning',
      'x.yaml:13:141  unknown test: farringtonManning (there is logRank, cox, kaplanMeier',
    ],
    [
      'a test without a margin',
      'test: logRank',
      'test: gray',
      'x.yaml:13:141  gray takes no margin (those that do: logRank',
    ],
    [
      'an endpoint without times',
      'endpoint: localControl',
      'endpoint: woundComplication',
      'x.yaml:13:35  unknown endpoint of times: woundComplication (there is localControl)',
    ],
    [
      'a misspelt event',
      'test: logRank',
      'test: logRank, countsAsFailure: [metastases]',
      'x.yaml:13:168  unknown event: metastases (did you mean metastasis?)',
    ],
    [
      'an event on both lists',
      'test: logRank',
      'test: logRank, countsAsFailure: [metastasis], competing: [metastasis]',
      'x.yaml:13:193  metastasis counts as failure already',
    ],
    [
      'an event twice',
      'test: logRank',
      'test: logRank, competing: [death, death]',
      'x.yaml:13:169  death is named twice',
    ],
    [
      'other failures in a cumulative incidence',
      'test: logRank',
      'test: cumulativeIncidence, countsAsFailure: [metastasis]',
      'x.yaml:13:179  cumulativeIncidence tells failures from competing events',
    ],
    [
      'no accrual',
      / {2}accrual: .*\n/,
      '',
      'x.yaml:10:3  missing accrual: times of failure are seen between enrolment and analysis',
    ],
    [
      'no follow-up',
      / {2}followUp: .*\n/,
      '',
      'x.yaml:10:3  missing followUp: times of failure are seen between enrolment and analysis',
    ],
    [
      'two follow-ups',
      FOLLOW_UP,
      'followUp: { perPatient: { years: 3 }, calendar: { years: 5 } }',
      'x.yaml:12:13  needs one of perPatient, calendar: not both',
    ],
    [
      'a misspelt follow-up',
      '{ events:',
      '{ event:',
      'x.yaml:12:15  unknown key: event (did you mean events?)',
    ],
    [
      'more failures than patients',
      'number: 60',
      'number: 260',
      'x.yaml:12:33  260 failures of 200 patients cannot be',
    ],
    [
      'patients followed too short',
      FOLLOW_UP,
      'followUp: { perPatient: { years: 2 } }',
      'x.yaml:13:58  follow-up (perPatient) is shorter than the endpoint’s time: nobody is followed for more than 2 years',
    ],
    [
      'an analysis too early',
      FOLLOW_UP,
      'followUp: { calendar: { years: 2 } }',
      'x.yaml:13:58  follow-up (calendar) is shorter than the endpoint’s time',
    ],
    [
      'failures waited for too short',
      'withinYears: 9',
      'withinYears: 1',
      'x.yaml:13:58  follow-up (events) is shorter than the endpoint’s time: nobody is followed for more than 1 year',
    ],
    [
      'follow-up of counts',
      /timeNonInferiority: .*\n.*/,
      COUNTS,
      'x.yaml:12:13  followUp does nothing: no claim is on times of failure',
    ],
    [
      'a misspelt pattern',
      'perMonth: 5',
      'perMonth: 5, pattern: unifrom',
      'x.yaml:11:36  unknown pattern of accrual: unifrom (did you mean uniform?)',
    ],
    [
      'a pace that rises twice',
      'perMonth: 5',
      'perMonth: 5, rampMonths: 6, centresOpenPerMonth: 1',
      'x.yaml:11:63  the pace rises by rampMonths or by centresOpenPerMonth, not by both',
    ],
    [
      'everyone lost',
      'total: 200',
      'total: 200\n  lostToFollowUp: { probability: 1, byYears: 3 }',
      'x.yaml:11:34  1 is too large (must be below 1)',
    ],
    [
      'unevaluable patients as failures',
      'total: 200',
      'total: 200\n  unevaluable: 0.1\n  analysisSet: intentionToTreat',
      'x.yaml:12:16  times know no failure of an unevaluable patient',
    ],
    [
      'no latency',
      /, latency: .*/,
      ' }',
      'x.yaml:13:35  the design looks at times of local control, but the truth gives it no latency',
    ],
    [
      'a misspelt latency',
      'kind: proportionalHazards',
      'kind: proportionalHazard',
      'x.yaml:7:89  unknown kind of latency: proportionalHazard (did you mean proportionalHazards?)',
    ],
    [
      'hazards of a hidden cure',
      'model: statedRates, control: 0.8, experimental: 0.8',
      'model: residualDisease, residualProbability: 0.4',
      'x.yaml:7:86  the residualDisease model draws residual and clonogens by patient',
    ],
    [
      'hazard ratios of nobody',
      RATIOS,
      `${RATIOS}, hazardRatios: { death: { alphaBeta: 2 } }`,
      'x.yaml:8:96  unknown characteristic: alphaBeta (did you mean alphaBetaGy?)',
    ],
    [
      'hazard ratios of a category',
      RATIOS,
      `${RATIOS}, hazardRatios: { death: { site: 2 } }`,
      'x.yaml:8:91  site is categorical: hazard ratios take present or absent, or a number',
    ],
    [
      'a hazard ratio without its unit',
      RATIOS,
      `${RATIOS}, hazardRatios: { death: { alphaBetaGy: 2 } }`,
      'x.yaml:8:98  a hazard ratio of a continuous characteristic names its unit',
    ],
  ])('%s', (_, before, after, message) => {
    expectRefusal([[before, after]], message);
  });

  it.each([
    ['metastasis counts', 'countsAsFailure: [metastasis]', 'x.yaml:12:168  the design looks at metastasis'],
    ['metastasis competes', 'competing: [metastasis]', 'x.yaml:12:161  the design looks at metastasis'],
    ['death counts', 'countsAsFailure: [death]', 'x.yaml:12:168  the design looks at death'],
  ])('%s, of which the truth knows nothing', (_, events, message) => {
    const edits = [
      [/ {2}competing: .*\n/, ''],
      ['test: logRank', `test: logRank, ${events}`],
    ] as const;
    expectRefusal(edits, `${message}, but the truth has no competing events`);
  });
});

describe('bad looks of two arms are refused at their place', () => {
  it.each<Case>([
    [
      'fractions that fall',
      '[0.5, 1]',
      '[0.8, 0.5, 1]',
      'x.yaml:14:50  information fractions must rise: 0.5 after 0.8',
    ],
    [
      'a fraction above 1',
      '[0.5, 1]',
      '[0.5, 1.5]',
      'x.yaml:14:50  information fraction 1.5 is out of range (must be in (0, 1])',
    ],
    [
      'fractions that do not end at 1',
      '[0.5, 1]',
      '[0.5, 0.9]',
      'x.yaml:14:50  information fractions must end at 1, not at 0.9',
    ],
    [
      'a look at nothing',
      '[0.5, 1]',
      '[0.001, 1]',
      'x.yaml:14:45  look 1 would hold no failures: 0.001 of 60',
    ],
    [
      'two looks at the same',
      '[0.5, 1]',
      '[0.5, 0.501, 1]',
      'x.yaml:14:50  looks 1 and 2 would hold the same 30 failures',
    ],
    [
      'no failures planned',
      FOLLOW_UP,
      'followUp: { perPatient: { years: 3 } }',
      'x.yaml:14:20  missing plannedEvents: looks come at fractions of the failures planned at the last one',
    ],
    [
      'failures planned twice',
      'futility:',
      'plannedEvents: 90, futility:',
      'x.yaml:14:111  plannedEvents does nothing: follow-up waits for 60 failures',
    ],
    [
      'futility above efficacy',
      'z: 0',
      'z: 3',
      'x.yaml:14:106  invalid futility bound at look 1: it reaches the efficacy bound, 2.53799 (must stay below)',
    ],
    [
      'futility bounds for other looks',
      'z: 0',
      'z: [0, 0]',
      'x.yaml:14:121  2 futility bounds for 1 interim looks',
    ],
    [
      'a misspelt efficacy bound',
      'lanDeMetsObrienFleming',
      'lanDeMetsOBrienFlemming',
      'x.yaml:14:66  unknown key: lanDeMetsOBrienFlemming (did you mean lanDeMetsObrienFleming?)',
    ],
    [
      'two efficacy bounds',
      '{ lanDeMetsObrienFleming: {} }',
      '{ lanDeMetsObrienFleming: {}, pocock: {} }',
      'x.yaml:14:64  needs one of pocock, lanDeMetsObrienFleming: not both',
    ],
    [
      'a misspelt futility bound',
      'fixedZ',
      'fixZ',
      'x.yaml:14:108  unknown key: fixZ (did you mean fixedZ?)',
    ],
    [
      'a bound without its parameter',
      '{ lanDeMetsObrienFleming: {} }',
      '{ hwangShihDeCani: {} }',
      'x.yaml:14:83  missing gamma (must be a number)',
    ],
    [
      'too little planned power',
      'futility:',
      'plannedPower: 0.01, futility:',
      'x.yaml:14:110  invalid power: 0.01',
    ],
    [
      'looks of counts at failures',
      /followUp: .*\n.*\n(.*)futility/,
      `${COUNTS}\n$1plannedEvents: 60, futility`,
      'x.yaml:13:111  plannedEvents does nothing: counts decide',
    ],
    [
      'looks at strata',
      /followUp: .*\n.*/,
      COUNTS.replace('wald', 'mantelHaenszel'),
      'x.yaml:13:20  looks need a claim on all patients with a level to spend',
    ],
  ])('%s', (_, before, after, message) => {
    // A single bound stands for any number of looks
    expectRefusal([[before, after]], message);
  });

  it('more failures planned than patients', () => {
    const edits = [
      [FOLLOW_UP, 'followUp: { afterLast: { years: 3 } }'],
      ['futility:', 'plannedEvents: 500, futility:'],
    ] as const;
    expectRefusal(edits, 'x.yaml:14:111  500 failures of 200 patients cannot be');
  });

  it('looks of a single arm', () => {
    const edits = [
      ['control: {}, ', ''],
      ['control: 0.8, ', ''],
    ] as const;
    expectRefusal(edits, 'x.yaml:14:20  groupSequential needs two arms; there is 1');
  });
});

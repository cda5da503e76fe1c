import { describe, expect, it } from 'vitest';
import { refusalOf } from '../fixtures/refusal.ts';

type Edit = readonly [before: string, after: string];

const CONTROL = '  control: { schedule: 25 x 2 Gy }';
const arm = (block: string): Edit => [CONTROL, `  control: ${block}`];
const PER_ARM = '  perArm: 165                             # or total and allocation: [2, 1]';
const design = (keys: string): Edit => [PER_ARM, `  ${keys}`];
const GAMMA = '    gamma50: 1.5\n';
const centreSd: Edit = [GAMMA, `${GAMMA}    centreSd: 0.3\n`];

const cases: [what: string, edits: readonly Edit[], lines: readonly string[]][] = [
  [
    'weights of schedules that do not sum to 1',
    [arm('{ schedules: [{ schedule: 39 x 2 Gy, weight: 0.6 }, { schedule: 20 x 3.1 Gy, weight: 0.3 }] }')],
    ['x.yaml:6:25  the weights of the schedules sum to 0.9, not to 1'],
  ],
  [
    'a schedule without its weight',
    [arm('{ schedules: [{ schedule: 39 x 2 Gy, weight: 0.6 }, { schedule: 20 x 3.1 Gy }] }')],
    ['x.yaml:6:64  needs a weight (by choice), or patients (by amendment)'],
  ],
  [
    'choice and amendment at once',
    [arm('{ schedules: [{ schedule: 39 x 2 Gy, weight: 0.6 }, { schedule: 20 x 3.1 Gy, patients: 9 }] }')],
    ['x.yaml:6:25  takes weights (by choice) or patients (by amendment), not both'],
  ],
  [
    'a last schedule that ends',
    [arm('{ schedules: [{ schedule: 39 x 2 Gy, patients: 8 }, { schedule: 20 x 3.1 Gy, patients: 9 }] }')],
    ['x.yaml:6:99  the last schedule has the rest of the patients'],
  ],
  [
    'an amendment after the last patient',
    [arm('{ schedules: [{ schedule: 39 x 2 Gy, patients: 165 }, { schedule: 20 x 3.1 Gy }] }')],
    ['x.yaml:6:66  control has 165 patients: no patient is left for this schedule'],
  ],
  [
    'one schedule and several',
    [
      arm(
        '{ schedule: 25 x 2 Gy, schedules: [{ schedule: 39 x 2 Gy, weight: 0.5 }, { schedule: 20 x 3.1 Gy, weight: 0.5 }] }',
      ),
    ],
    ['x.yaml:6:46  takes one of schedule and schedules, not both'],
  ],
  [
    'a misspelt weight',
    [arm('{ schedules: [{ schedule: 39 x 2 Gy, wieght: 0.6 }, { schedule: 20 x 3.1 Gy, weight: 0.4 }] }')],
    ['x.yaml:6:49  unknown key: wieght (did you mean weight?)'],
  ],
  [
    'a fraction above 10 Gy in one of several schedules',
    [arm('{ schedules: [{ schedule: 39 x 2 Gy, weight: 0.6 }, { schedule: 2 x 12 Gy, weight: 0.4 }] }')],
    [
      'x.yaml:18:5  needs survival: more than 10 Gy a fraction is given (arms.control.schedules.1.schedule), where the linear-quadratic model is disputed; write survival: linearQuadratic or { linearQuadraticLinear: {} }',
      'x.yaml:23:5  needs survival: more than 10 Gy a fraction is given (arms.control.schedules.1.schedule), where the linear-quadratic model is disputed; write survival: linearQuadratic or { linearQuadraticLinear: {} }',
    ],
  ],
  [
    'an effect of centres without centres',
    [centreSd],
    ['x.yaml:20:15  centreSd does nothing without design.centres'],
  ],
  [
    'centres without an effect',
    [design('perArm: 165\n  centres: 8')],
    ['x.yaml:35:12  centres do nothing: no endpoint of any truth has a centreSd, and they are no stratum'],
  ],
  [
    'an effect of centres on failures by promotion time',
    [centreSd, ['latency: { ', 'latency: { kind: promotionTime, '], design('perArm: 165\n  centres: 8')],
    ['x.yaml:20:15  centreSd needs a latency of kind mixtureCure: it moves the share that is cured'],
  ],
  [
    'blocks that do not hold the allocation',
    [design('total: 330\n  allocation: [2, 1]\n  randomisation: { blocks: [6, 8] }')],
    ['x.yaml:36:32  invalid block: 8 (must be a multiple of 3, for an allocation of 2:1)'],
  ],
  [
    'blocks of an arm’s own size',
    [design('perArm: 165\n  randomisation: { blocks: 4 }')],
    ['x.yaml:35:18  randomisation needs total, not perArm'],
  ],
  [
    'a misspelt stratum',
    [design('total: 330\n  randomisation: { blocks: 4, strata: [lowerLim] }')],
    ['x.yaml:35:40  unknown characteristic: lowerLim (did you mean lowerLimb?)'],
  ],
  [
    'strata that are no strata',
    [
      design(
        'total: 330\n  randomisation: { blocks: 4, strata: [alphaBetaGy, tumourSizeCm, centre, subtype] }',
      ),
    ],
    [
      'x.yaml:35:40  alphaBetaGy is correlated with another: a stratum hangs on nothing but itself',
      'x.yaml:35:53  tumourSizeCm varies continuously: a stratum is a finite characteristic',
      'x.yaml:35:67  the stratum centre needs design.centres: how many there are',
      'x.yaml:35:75  the cohort has no subtypes to be a stratum',
    ],
  ],
  [
    'more strata than patients can fill',
    [design('total: 330\n  centres: 600\n  randomisation: { blocks: 4, strata: [centre, lowerLimb] }')],
    ['x.yaml:36:39  1200 combinations of strata are too many (must be at most 1000)'],
  ],
  [
    'a test of strata without strata',
    [
      design('total: 330\n  randomisation: { blocks: 4 }'),
      ['oneSidedAlpha: 0.05, test: farringtonManning', 'oneSidedAlpha: 0.05, test: mantelHaenszel'],
    ],
    ['x.yaml:38:102  the Mantel–Haenszel test needs design.randomisation.strata'],
  ],
  ...(
    [
      ['{ lowerLim: 1 }', '134  unknown characteristic: lowerLim (did you mean lowerLimb?)'],
      ['{ lowerLimb: 2 }', '135  nobody has lowerLimb 2 (there is 0, 1)'],
      ['{ sf2: 0.5 }', '129  sf2 is correlated with another: a stratum hangs on nothing but itself'],
      ['{ lowerLimb: 1, sf2: 0.52 }', '122  a stratum is one characteristic: its value'],
      [
        '{ centre: 1 }',
        '132  a claim looks at the patients with one value of a characteristic, not of centre',
      ],
    ] as const
  ).map(([stratum, line]): (typeof cases)[number] => [
    `a claim about ${stratum}`,
    [
      [`${CONTROL}\n`, ''],
      [
        '  plannedRates:\n    truth.localControl: { model: statedRates, control: 0.93, experimental: 0.93 }',
        '  {}',
      ],
      [
        '    - nonInferiority: { endpoint: localControl, atYears: 3, margin: 0.07, oneSidedAlpha: 0.05, test: farringtonManning }\n',
        `    - singleArm: { endpoint: localControl, atYears: 3, nullRate: 0.9, oneSidedAlpha: 0.05, test: exactBinomial, stratum: ${stratum} }\n`,
      ],
      [
        '    - nonInferiority: { endpoint: woundComplication, withinDays: 120, margin: 0.15, oneSidedAlpha: 0.05, test: farringtonManning }',
        '    - singleArm: { endpoint: woundComplication, withinDays: 120, nullRate: 0.5, oneSidedAlpha: 0.05, test: exactBinomial }',
      ],
    ],
    [`x.yaml:35:${line}`],
  ]),
];

describe('what is wrong with mixed arms, centres and strata is said at its place', () => {
  it.each(cases)('%s', (_, edits, lines) => {
    expect(refusalOf(edits)).toEqual(lines);
  });
});

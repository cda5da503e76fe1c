import { describe, expect, it } from 'vitest';
import { refusalOf } from '../fixtures/refusal.ts';

const EXPERIMENTAL = 'experimental: { schedule: 5 x 6 Gy }';
const SIZE = '      tumourSizeCm: { logNormal: { median: 9, sigma: 0.5 } }\n';
type Edit = readonly [before: string, after: string];

const cases: [what: string, edits: readonly Edit[], lines: readonly string[]][] = [
  [
    'large fractions without a survival law',
    [[EXPERIMENTAL, 'experimental: { schedule: 3 x 12 Gy }']],
    [
      'x.yaml:18:5  needs survival: more than 10 Gy a fraction is given (arms.experimental.schedule), where the linear-quadratic model is disputed; write survival: linearQuadratic or { linearQuadraticLinear: {} }',
      'x.yaml:23:5  needs survival: more than 10 Gy a fraction is given (arms.experimental.schedule), where the linear-quadratic model is disputed; write survival: linearQuadratic or { linearQuadraticLinear: {} }',
    ],
  ],
  [
    'a region that gets more than 10 Gy',
    [
      [
        EXPERIMENTAL,
        'experimental: { schedule: { phases: [{ fractions: 5, doseGy: 6, regionsGy: { boost: 14 } }] } }',
      ],
      ['    gamma50: 1.5', '    gamma50: 1.5\n    region: boost'],
    ],
    [
      'x.yaml:18:5  needs survival: more than 10 Gy a fraction is given (arms.experimental.schedule), where the linear-quadratic model is disputed; write survival: linearQuadratic or { linearQuadraticLinear: {} }',
    ],
  ],
  [
    'fractions increased in compensation, times an agent',
    [
      [
        EXPERIMENTAL,
        'experimental: { schedule: { plan: 5 x 6 Gy, missed: [2], compensation: increasedDose }, agents: [drug] }',
      ],
      ['    gamma50: 1.5', '    gamma50: 1.5\n    agents: { drug: { enhancementRatio: 1.6 } }'],
    ],
    [
      'x.yaml:18:5  needs survival: more than 10 Gy a fraction is given (arms.experimental.schedule), where the linear-quadratic model is disputed; write survival: linearQuadratic or { linearQuadraticLinear: {} }',
    ],
  ],
  [
    'incomplete repair on a straight tail',
    [
      [
        '    gamma50: 1.5',
        '    gamma50: 1.5\n    survival: { linearQuadraticLinear: {} }\n    repair: { halfTimeHours: 1.5 }',
      ],
    ],
    ['x.yaml:21:13  incomplete repair is defined for linear-quadratic survival alone'],
  ],
  [
    'repair and repopulation beside birth and death',
    [
      [
        '    model: logistic                       # linear in EQD2; residualDisease, logLogistic, statedRates\n    gamma50: 1.5',
        '    model: zaiderMinerbo\n    birthPerDay: 0.05\n    deathPerDay: 0.04\n    atDays: 90\n    repair: { halfTimeHours: 1.5 }\n    repopulation: { kickOffDays: 28, lostGyPerDay: 0.5 }',
      ],
    ],
    [
      'x.yaml:22:13  zaiderMinerbo takes full repair between fractions',
      'x.yaml:23:19  zaiderMinerbo has birth and death of clonogens of its own',
    ],
  ],
  [
    'doublings in a model of EQD2',
    [['    gamma50: 1.5', '    gamma50: 1.5\n    repopulation: { kickOffDays: 28, doublingTimeDays: 5 }']],
    ['x.yaml:20:19  logistic follows EQD2: state lostGyPerDay instead of doublingTimeDays'],
  ],
  [
    'repopulation in two ways',
    [
      [
        '    gamma50: 1.5',
        '    gamma50: 1.5\n    repopulation: { kickOffDays: 28, doublingTimeDays: 5, lostGyPerDay: 1 }',
      ],
    ],
    ['x.yaml:20:19  repopulation takes one of doublingTimeDays and lostGyPerDay'],
  ],
  [
    'a misspelt region',
    [
      [
        EXPERIMENTAL,
        'experimental: { schedule: { phases: [{ fractions: 5, doseGy: 6, regionsGy: { flap: 4 } }] } }',
      ],
      ['    alphaBetaGy: 10', '    alphaBetaGy: 10\n    region: flab'],
    ],
    ['x.yaml:25:13  unknown region: flab (did you mean flap?)'],
  ],
  [
    'a region that no schedule has',
    [['    alphaBetaGy: 10', '    alphaBetaGy: 10\n    region: flap']],
    ['x.yaml:25:13  unknown region: flap (there is none)'],
  ],
  [
    'radiation that no block describes',
    [
      [
        EXPERIMENTAL,
        'experimental: { schedule: { phases: [{ fractions: 5, doseGy: 6, radiation: carbon }] } }',
      ],
    ],
    [
      'x.yaml:18:5  missing radiations.carbon: an arm is given carbon',
      'x.yaml:23:5  missing radiations.carbon: an arm is given carbon',
    ],
  ],
  [
    'radiation that no arm is given',
    [['    alphaBetaGy: 10', '    alphaBetaGy: 10\n    radiations: { carbon: { rbeMax: 3 } }']],
    ['x.yaml:25:27  unknown radiation: carbon (there is none)'],
  ],
  [
    'a misspelt agent',
    [
      [EXPERIMENTAL, 'experimental: { schedule: 5 x 6 Gy, agents: [sensitiser] }'],
      ['    alphaBetaGy: 10', '    alphaBetaGy: 10\n    agents: { sensitizer: { oddsRatio: 2 } }'],
    ],
    ['x.yaml:25:27  unknown agent: sensitizer (did you mean sensitiser?)'],
  ],
  [
    'an odds ratio of local control',
    [
      [EXPERIMENTAL, 'experimental: { schedule: 5 x 6 Gy, agents: [sensitiser] }'],
      ['    gamma50: 1.5', '    gamma50: 1.5\n    agents: { sensitiser: { oddsRatio: 2 } }'],
    ],
    ['x.yaml:20:40  an odds ratio is that of a complication; localControl has none'],
  ],
  [
    'a short interval in local control',
    [['    gamma50: 1.5', '    gamma50: 1.5\n    shortInterval: { belowDays: 21, oddsRatio: 1.3 }']],
    ['x.yaml:20:20  an odds ratio is that of a complication; localControl has none'],
  ],
  [
    'a boost on a misspelt condition',
    [
      [
        EXPERIMENTAL,
        'experimental: { schedule: { phases: [{ fractions: 5, doseGy: 6 }, { fractions: 2, doseGy: 4, onlyIf: lowerLim }] } }',
      ],
    ],
    ['x.yaml:7:29  unknown characteristic: lowerLim (did you mean lowerLimb?)'],
  ],
  [
    'a boost on a continuous condition',
    [
      [
        EXPERIMENTAL,
        'experimental: { schedule: { phases: [{ fractions: 5, doseGy: 6 }, { fractions: 2, doseGy: 4, onlyIf: tumourSizeCm }] } }',
      ],
    ],
    ['x.yaml:7:29  tumourSizeCm must be present or absent: a bernoulli, 0 or 1'],
  ],
  [
    'a boost on what is a share in a subtype',
    [
      [
        EXPERIMENTAL,
        'experimental: { schedule: { phases: [{ fractions: 5, doseGy: 6 }, { fractions: 2, doseGy: 4, onlyIf: lowerLimb }] } }',
      ],
      [SIZE, `${SIZE}    subtypes: { a: { weight: 1, heterogeneity: { lowerLimb: 0.5 } } }\n`],
    ],
    ['x.yaml:7:29  lowerLimb must be present or absent: a bernoulli, 0 or 1'],
  ],
  [
    'surgery alone',
    [[EXPERIMENTAL, 'experimental: { schedule: { phases: [{ surgery: true }] } }']],
    ['x.yaml:7:29  no fractions beside surgery'],
  ],
  [
    'surgery twice',
    [[EXPERIMENTAL, 'experimental: { schedule: 5 x 5 Gy + surgery + 5 x 5 Gy + surgery }']],
    ['x.yaml:7:29  unreadable schedule: 5 x 5 Gy + surgery + 5 x 5 Gy + surgery (surgery is named twice)'],
  ],
  [
    'a missed fraction that there is not',
    [[EXPERIMENTAL, 'experimental: { schedule: { plan: 5 x 6 Gy, missed: [6] } }']],
    ['x.yaml:7:29  there is no fraction 6 of 5 to be missed'],
  ],
  [
    'an unknown compensation',
    [[EXPERIMENTAL, 'experimental: { schedule: { plan: 5 x 6 Gy, missed: [5], compensation: weekends } }']],
    [
      'x.yaml:7:74  invalid compensation: “weekends” (must be extendAtEnd or none or weekend or bid or extraFraction or increasedDose)',
    ],
  ],
  [
    'more heat than the law knows',
    [
      [
        EXPERIMENTAL,
        'experimental: { schedule: { phases: [{ fractions: 5, doseGy: 6, hyperthermia: { celsius: 43 } }] } }',
      ],
    ],
    ['x.yaml:7:92  invalid celsius: 43 (must be <= 41)'],
  ],
  [
    'a survival curve without a shoulder',
    [
      [
        '    gamma50: 1.5',
        '    gamma50: 1.5\n    survival: { universalSurvivalCurve: { alphaPerGy: 0.9, finalSlopeGy: 1.25, quasiThresholdGy: 1.8 } }',
      ],
    ],
    ['x.yaml:20:41  alphaPerGy × finalSlopeGy must be below 1, or the curve has no shoulder'],
  ],
];

describe('what schedules and blocks say of dose', () => {
  it.each(cases)('is refused with line and column: %s', (_, edits, lines) => {
    expect(refusalOf(edits)).toEqual(lines);
  });
});

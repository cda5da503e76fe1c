import { describe, expect, it } from 'vitest';
import { refusalOf } from '../fixtures/refusal.ts';

const SIZE = '      tumourSizeCm: { logNormal: { median: 9, sigma: 0.5 } }\n';
type Edit = readonly [before: string, after: string];

const cases: [what: string, edits: readonly Edit[], lines: readonly string[]][] = [
  [
    'weights that do not sum to 1',
    [[SIZE, `${SIZE}    subtypes: { a: { weight: 0.5 }, b: { weight: 0.4 } }\n`]],
    ['x.yaml:16:15  the weights of the subtypes sum to 0.9, not to 1'],
  ],
  [
    'a model of a misspelt subtype',
    [
      [SIZE, `${SIZE}    subtypes: { pleomorphic: { weight: 0.5 }, b: { weight: 0.5 } }\n`],
      [
        '    gamma50: 1.5',
        '    gamma50: 1.5\n    bySubtype: { pleomorphc: { model: logistic, gamma50: 1, d50Gy: 30 } }',
      ],
    ],
    ['x.yaml:21:30  unknown subtype: pleomorphc (did you mean pleomorphic?)'],
  ],
  [
    'a misspelt characteristic of a subtype',
    [
      [
        SIZE,
        `${SIZE}    subtypes: { a: { weight: 0.5, heterogeneity: { alphaBeta: 3 } }, b: { weight: 0.5 } }\n`,
      ],
    ],
    ['x.yaml:16:63  unknown characteristic: alphaBeta (did you mean alphaBetaGy?)'],
  ],
  [
    'a misspelt model of a subtype',
    [
      [SIZE, `${SIZE}    subtypes: { a: { weight: 0.5 }, b: { weight: 0.5 } }\n`],
      [
        '    gamma50: 1.5',
        '    gamma50: 1.5\n    bySubtype: { a: { model: logistik, gamma50: 1, d50Gy: 30 } }',
      ],
    ],
    ['x.yaml:21:30  unknown tumour-control model: logistik (did you mean logistic?)'],
  ],
  [
    'an anchor of a subtype without its time, solved as planned',
    [
      [SIZE, `${SIZE}    subtypes: { a: { weight: 0.5 }, b: { weight: 0.5 } }\n`],
      [
        '    gamma50: 1.5',
        '    gamma50: 1.5\n    bySubtype: { a: { model: logistic, gamma50: 1, anchor: { schedule: 25 x 2 Gy, rate: 0.95, resolve: planned } } }',
      ],
    ],
    [
      'x.yaml:21:60  missing atYears: with a latency, an anchor holds at a time',
      'x.yaml:21:104  the anchor of a subtype is solved in every truth and world: resolve: planned does nothing',
    ],
  ],
  [
    'odds ratios of a subtype',
    [
      [SIZE, `${SIZE}    subtypes: { a: { weight: 0.5 }, b: { weight: 0.5 } }\n`],
      [
        '    alphaBetaGy: 10',
        '    alphaBetaGy: 10\n    bySubtype: { a: { model: logistic, intercept: -1, oddsRatios: { lowerLim: 3, tumourSizeCm: 1.1 } } }',
      ],
    ],
    [
      'x.yaml:26:79  unknown characteristic: lowerLim (did you mean lowerLimb?)',
      'x.yaml:26:96  an odds ratio of a continuous characteristic names its unit, for example { ratio: 1.05, per: 10 }',
    ],
  ],
  [
    'large fractions in the anchor of a subtype',
    [
      [SIZE, `${SIZE}    subtypes: { a: { weight: 0.5 }, b: { weight: 0.5 } }\n`],
      [
        '    alphaBetaGy: 10',
        '    alphaBetaGy: 10\n    bySubtype: { a: { model: logistic, anchor: { schedule: 2 x 15 Gy, rate: 0.3 } } }',
      ],
    ],
    [
      'x.yaml:24:5  needs survival: more than 10 Gy a fraction is given (bySubtype.a.anchor.schedule), where the linear-quadratic model is disputed; write survival: linearQuadratic or { linearQuadraticLinear: {} }',
    ],
  ],
  [
    'a model of a subtype where there are none',
    [
      [
        '    gamma50: 1.5',
        '    gamma50: 1.5\n    bySubtype: { a: { model: logistic, gamma50: 1, d50Gy: 30 } }',
      ],
    ],
    ['x.yaml:20:21  unknown subtype: a (there is none)'],
  ],
  [
    'myxoid liposarcoma with the SF2 of others',
    [[SIZE, `${SIZE}    subtypes: { myxoid: { weight: 0.5 }, b: { weight: 0.5 } }\n`]],
    [
      'x.yaml:16:25  myxoid must state its own sf2: its cell lines are among the resistant ones (Haas 2021), its patients the most sensitive (Lansu 2021), so no value of other sarcomas stands for it',
    ],
  ],
  [
    'more fractions missed than given',
    [['  localControl:\n', '  delivery: { missedFractionProbability: 0.8 }\n  localControl:\n']],
    ['x.yaml:17:42  invalid missedFractionProbability: 0.8 (must be <= 0.5)'],
  ],
  [
    'missed fractions in percent',
    [['  localControl:\n', '  delivery: { missedFractionProbability: 5 }\n  localControl:\n']],
    ['x.yaml:17:42  5 is not a probability (must be in [0, 1]; for 5 % write 0.05)'],
  ],
  [
    'a misspelt key of delivery',
    [['  localControl:\n', '  delivery: { missedFractionProbabilty: 0.05 }\n  localControl:\n']],
    ['x.yaml:17:15  unknown key: missedFractionProbabilty (did you mean missedFractionProbability?)'],
  ],
  [
    'competing events beside timeless failures',
    [
      ['  localControl:\n', '  competing: { deathPerYear: 0.08 }\n  localControl:\n'],
      ['    latency: { logNormal: { medianYears: 1.5, sigma: 0.9 } }', '    # none'],
    ],
    ['x.yaml:17:14  competing needs a local control with a latency beside it'],
  ],
  [
    'a last piece that ends',
    [
      [
        '  localControl:\n',
        '  competing: { metastasisPerYear: [{ untilYears: 2, perYear: 0.1 }, { untilYears: 3, perYear: 0.1 }] }\n  localControl:\n',
      ],
    ],
    ['x.yaml:17:83  the last piece has no end'],
  ],
  [
    'a piece without end before another',
    [
      [
        '  localControl:\n',
        '  competing: { metastasisPerYear: [{ perYear: 0.1 }, { perYear: 0.1 }] }\n  localControl:\n',
      ],
    ],
    ['x.yaml:17:36  every piece but the last needs its end'],
  ],
  [
    'pieces out of order',
    [
      [
        '  localControl:\n',
        '  competing: { metastasisPerYear: [{ untilYears: 2, perYear: 0.1 }, { untilYears: 1, perYear: 0.1 }, { perYear: 0.2 }] }\n  localControl:\n',
      ],
    ],
    ['x.yaml:17:83  pieces must end one after the other'],
  ],
  [
    'a negative hazard',
    [['  localControl:\n', '  competing: { deathPerYear: -0.1 }\n  localControl:\n']],
    ['x.yaml:17:30  invalid deathPerYear: -0.1 (must be >= 0)'],
  ],
  [
    'a misspelt hazard',
    [['  localControl:\n', '  competing: { deathsPerYear: 0.1 }\n  localControl:\n']],
    ['x.yaml:17:16  unknown key: deathsPerYear (did you mean deathPerYear?)'],
  ],
];

describe('subtypes, delivery and competing events', () => {
  it.each(cases)('is refused with line and column: %s', (_, edits, lines) => {
    expect(refusalOf(edits)).toEqual(lines);
  });
});

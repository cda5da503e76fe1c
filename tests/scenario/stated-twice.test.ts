import { describe, expect, it } from 'vitest';
import { refusalOf } from '../fixtures/refusal.ts';

const EXPERIMENTAL = 'experimental: { schedule: 5 x 6 Gy }';
type Edit = readonly [before: string, after: string];

const cases: [what: string, edits: readonly Edit[], lines: readonly string[]][] = [
  [
    'α/β in the block of local control, where the cohort states it',
    [['    gamma50: 1.5', '    gamma50: 1.5\n    alphaBetaGy: 4']],
    [
      'x.yaml:20:5  unknown key: alphaBetaGy (there is gamma50, anchor, d50Gy, model, region, survival, repair, repopulation, agents, hyperthermia, radiations, shortInterval, bySubtype, latency, centreSd)',
    ],
  ],
  [
    'both a plan and phases',
    [[EXPERIMENTAL, 'experimental: { schedule: { plan: 5 x 6 Gy, phases: [{ fractions: 5, doseGy: 6 }] } }']],
    [
      'x.yaml:7:47  unknown key: phases (there is plan, start, skip, weekends, missed, compensation, compensationAlphaBetaGy, surgeryAfterDays, radiotherapyAfterSurgeryDays)',
    ],
  ],
  [
    'both a plan and a total',
    [[EXPERIMENTAL, 'experimental: { schedule: { plan: 5 x 6 Gy, totalGy: 30, fractions: 5 } }']],
    [
      'x.yaml:7:31  unknown key: plan (there is totalGy, fractions, everyDays, start, skip, weekends, missed, compensation, compensationAlphaBetaGy, surgeryAfterDays, radiotherapyAfterSurgeryDays)',
    ],
  ],
  [
    'both phases and a total',
    [
      [
        EXPERIMENTAL,
        'experimental: { schedule: { totalGy: 30, fractions: 5, phases: [{ fractions: 5, doseGy: 6 }] } }',
      ],
    ],
    [
      'x.yaml:7:58  unknown key: phases (there is totalGy, fractions, everyDays, start, skip, weekends, missed, compensation, compensationAlphaBetaGy, surgeryAfterDays, radiotherapyAfterSurgeryDays)',
    ],
  ],
  [
    'a total against fractions × dose',
    [[EXPERIMENTAL, 'experimental: { schedule: { phases: [{ fractions: 5, doseGy: 6, totalGy: 35 }] } }']],
    ['x.yaml:7:76  5 × 6 Gy is 30 Gy, not the stated 35 Gy'],
  ],
  [
    'an arm twice',
    [[EXPERIMENTAL, `${EXPERIMENTAL}\n  experimental: { schedule: 5 x 5 Gy }`]],
    ['x.yaml:8:3  duplicate key'],
  ],
  [
    'α/β twice in the cohort',
    [['      lowerLimb: { bern', '      alphaBetaGy: 3\n      lowerLimb: { bern']],
    ['x.yaml:14:7  duplicate key'],
  ],
  [
    'a schedule twice',
    [[EXPERIMENTAL, 'experimental: { schedule: 5 x 6 Gy, schedule: 5 x 5 Gy }']],
    ['x.yaml:7:39  duplicate key'],
  ],
  [
    'α/β twice in a block',
    [['    alphaBetaGy: 10', '    alphaBetaGy: 10\n    alphaBetaGy: 3']],
    ['x.yaml:25:5  duplicate key'],
  ],
  [
    'SF2 of 1',
    [['sf2: 0.52 ', 'sf2: 1 ']],
    ['x.yaml:12:12  sf2 reaches 1 (must be strictly between 0 and 1)'],
  ],
  [
    'SF2 of 0',
    [['sf2: 0.52 ', 'sf2: 0 ']],
    ['x.yaml:12:12  sf2 reaches 0 (must be strictly between 0 and 1)'],
  ],
  [
    'SF2 in percent',
    [['sf2: 0.52 ', 'sf2: 52 ']],
    ['x.yaml:12:12  sf2 reaches 52 (must be strictly between 0 and 1)'],
  ],
  [
    'α/β of 0',
    [['alphaBetaGy: { logNormal: { median: 4.9, sigma: 0.6 }, within: [0.5, 40] }', 'alphaBetaGy: 0']],
    ['x.yaml:13:20  alphaBetaGy reaches 0 (must be > 0)'],
  ],
  [
    'a median α/β below 0',
    [['median: 4.9, sigma: 0.6 }', 'median: -4.9, sigma: 0.6 }']],
    ['x.yaml:13:43  invalid median: -4.9 (must be > 0)'],
  ],
  [
    'α/β of 0 in a block',
    [['alphaBetaGy: 10', 'alphaBetaGy: 0']],
    ['x.yaml:24:18  invalid alphaBetaGy: 0 (must be > 0)'],
  ],
  [
    'fractions of 0 Gy',
    [[EXPERIMENTAL, 'experimental: { schedule: 5 x 0 Gy }']],
    ['x.yaml:7:29  unreadable schedule: 5 x 0 Gy (the dose must be above 0)'],
  ],
  [
    'fractions below 0 Gy',
    [[EXPERIMENTAL, 'experimental: { schedule: { phases: [{ fractions: 5, doseGy: -6 }] } }']],
    ['x.yaml:7:64  invalid doseGy: -6 (must be > 0)'],
  ],
  [
    'a total of 0 Gy',
    [[EXPERIMENTAL, 'experimental: { schedule: { totalGy: 0, fractions: 5 } }']],
    ['x.yaml:7:40  invalid totalGy: 0 (must be > 0)'],
  ],
  [
    'no fractions',
    [[EXPERIMENTAL, 'experimental: { schedule: 0 x 6 Gy }']],
    ['x.yaml:7:29  unreadable schedule: 0 x 6 Gy (0 is not a number of fractions)'],
  ],
  [
    'α beside SF2',
    [['      lowerLimb: { bern', '      alphaPerGy: 0.3\n      lowerLimb: { bern']],
    ['x.yaml:14:19  alphaPerGy belongs to parameterisation alphaAlphaBeta, not sf2AlphaBeta'],
  ],
  [
    'an RSI that leaves nothing for α',
    [
      ['parameterisation: sf2AlphaBeta ', 'parameterisation: rsiBeta '],
      ['sf2: 0.52 ', 'rsi: 0.9 '],
      ['alphaBetaGy: { logNormal: { median: 4.9, sigma: 0.6 }, within: [0.5, 40] }', 'betaPerGy2: 0.05'],
      ['    correlation: [{ between: [sf2, alphaBetaGy], rho: 0.3 }]\n', ''],
    ],
    ['x.yaml:12:7  α is -0.04732 per Gy at rsi 0.9 and betaPerGy2 0.05 (must be > 0; add within)'],
  ],
];

describe('what is stated twice, or cannot be', () => {
  it.each(cases)('is refused with line and column: %s', (_, edits, lines) => {
    expect(refusalOf(edits)).toEqual(lines);
  });
});

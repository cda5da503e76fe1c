import { describe, expect, it } from 'vitest';
import { readScenario } from '../../src/scenario/read-scenario.ts';
import { refusalOfText } from '../fixtures/refusal.ts';
import { AIM } from '../report/make-aim.ts';

const ESTIMATE = 'estimate: { alphaBeta: { endpoint: localControl, atYears: 3 } }';
const ARMS = /arms:\n {2}control[^\n]*\n {2}fiveBySix[^\n]*\n {2}fiveByFive[^\n]*\n/;
const PROVENANCE = /provenance:[\s\S]*/;
const CLAIM =
  'nonInferiority: { endpoint: localControl, atYears: 3, margin: 0.1, oneSidedAlpha: 0.05, test: wald }';

type Case = [what: string, edits: [before: string | RegExp, after: string][], message: RegExp];

const cases: Case[] = [
  [
    'two arms',
    [['  fiveByFive: { schedule: 5 x 5 Gy }\n', '']],
    /:7:\d+ +α\/β needs three arms or more, there are 2: .*two contrasts with the control$/,
  ],
  [
    'thirteen arms',
    [
      [
        '  fiveByFive: { schedule: 5 x 5 Gy }\n',
        Array.from({ length: 11 }, (_, i) => `  a${i}: { schedule: ${i + 3} x 5 Gy }\n`).join(''),
      ],
    ],
    /needs at most 12 arms; there are 13$/,
  ],
  [
    'arms of one fraction size',
    [
      ['5 x 6 Gy', '20 x 2 Gy'],
      ['5 x 5 Gy', '30 x 2 Gy'],
    ],
    /no α\/β can be estimated: .*by control, fiveBySix and fiveByFive, whose Σd and Σd² lie on one line$/,
  ],
  [
    'two arms alike',
    [['5 x 5 Gy', '30 Gy in 5 fractions']],
    /no α\/β can be estimated: total dose and fraction size cannot be told apart by control, fiveBySix/,
  ],
  [
    'a claim beside the aim',
    [[ESTIMATE, `${ESTIMATE}\n  ${CLAIM}`]],
    /a design states a claim or an aim, not both: leave out nonInferiority or estimate$/,
  ],
  [
    'a claim on three arms',
    [[ESTIMATE, CLAIM]],
    /^aim\.yaml:\d+:\d+ +needs one or two arms; with more, .*comparisons: { multiplicity: none, requires: any }$/,
  ],
  [
    'no claim and no aim',
    [[`  ${ESTIMATE}\n`, '']],
    /needs one of .*nonInferiority.*hierarchical, estimate, escalation$/,
  ],
  [
    'looks',
    [
      [
        ESTIMATE,
        `${ESTIMATE}\n  groupSequential: { informationFractions: [0.5, 1], efficacy: { pocock: {} } }`,
      ],
    ],
    /groupSequential does nothing with an aim: looks are at a claim$/,
  ],
  [
    'accrual',
    [[ESTIMATE, `${ESTIMATE}\n  accrual: { perMonth: 5 }`]],
    /accrual does nothing with an aim: .*counted at a fixed time/,
  ],
  [
    'uncertainty',
    [
      [
        'truths:\n',
        'uncertainty:\n  truth.localControl.gamma50: { logNormal: { median: 2, sigma: 0.3 } }\ntruths:\n',
      ],
    ],
    /an aim has no assurance: state other truths under truths/,
  ],
  [
    'an arm of several schedules',
    [
      [
        'fiveByFive: { schedule: 5 x 5 Gy }',
        'fiveByFive: { schedules: [{ schedule: 5 x 5 Gy, weight: 0.5 }, { schedule: 5 x 6 Gy, weight: 0.5 }] }',
      ],
    ],
    /an arm of an aim has one schedule/,
  ],
  [
    'an endpoint without a model',
    [[ESTIMATE, 'estimate: { alphaBeta: { endpoint: fibrosis, atYears: 2 } }']],
    /the design looks at fibrosis, but the truth has no model of it$/,
  ],
  ['no time', [[', atYears: 3 } }\nsim', ' } }\nsim']], /local control needs its time: atYears$/],
  [
    'a level in percent',
    [['atYears: 3 } }\nsim', 'atYears: 3, level: 95 } }\nsim']],
    /95 is not a probability/,
  ],
  ['an unknown set', [['atYears: 3 } }\nsim', 'atYears: 3, set: wald } }\nsim']], /set/],
];

describe('a scenario with an aim', () => {
  it.each(cases)('refuses %s', (_, edits, message) => {
    let text = AIM.trimStart();
    for (const [before, after] of edits) {
      expect(before instanceof RegExp ? before.test(text) : text.includes(before), String(before)).toBe(true);
      text = text.replace(before, after);
    }
    const lines = refusalOfText(text.replace(PROVENANCE, '')).map((line) =>
      line.replace('x.yaml', 'aim.yaml'),
    );
    expect(
      lines.some((line) => message.test(line)),
      lines.join('\n'),
    ).toBe(true);
  });

  it('is taken as it stands, with the defaults of its aim', () => {
    expect(ARMS.test(AIM)).toBe(true);
    const { scenario, warnings } = readScenario(AIM, 'aim.yaml');
    expect(warnings).toEqual([]);
    expect(scenario.design.estimate).toEqual({
      alphaBeta: { endpoint: 'localControl', atYears: 3, level: 0.95, set: 'fieller' },
    });
  });
});

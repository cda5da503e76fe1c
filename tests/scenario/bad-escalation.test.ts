import { describe, expect, it } from 'vitest';
import { readChange, readScenario } from '../../src/scenario/read-scenario.ts';
import { refusalOfText } from '../fixtures/refusal.ts';
import { LADDER } from '../report/make-escalation.ts';

type Case = [what: string, edits: [before: string, after: string][], message: RegExp];

const cases: Case[] = [
  [
    'one level',
    [['  middle: { schedule: 5 x 7 Gy }\n  high: { schedule: 5 x 8 Gy }\n', '']],
    /:7:\d+ +a ladder has 2 to 12 arms, its levels; there is 1$/,
  ],
  [
    'a skeleton that does not rise',
    [['0.1, 0.25, 0.4]', '0.1, 0.3, 0.25]']],
    /:2\d:\d+ +must rise: 0\.25 follows 0\.3$/,
  ],
  ['a skeleton of another length', [['0.1, 0.25, 0.4]', '0.1, 0.25]']], /2 rates for a ladder of 3 levels/],
  ['a target of 1', [['boin: { target: 0.25', 'boin: { target: 1']], /1 is too large \(must be below 1\)$/],
  [
    'a rate that is none',
    [['acceptableRate: 0.25', 'acceptableRate: 0']],
    /0 is too small \(must be above 0\)$/,
  ],
  [
    'a start beyond the ladder',
    [['threePlusThree: {}', 'threePlusThree: { startLevel: 4 }']],
    /4 is beyond the 3 levels of the ladder$/,
  ],
  [
    'a method that there is not',
    [['threePlusThree', 'threePlusTree']],
    /threePlusTree.*did you mean threePlusThree\?/,
  ],
  [
    'two methods of a name',
    [
      ['        name: calm\n', ''],
      ['titeCrm: { target: 0.25,', 'crm: { target: 0.2,'],
    ],
    /crm stands twice: give one of them a name$/,
  ],
  [
    'a window after the horizon',
    [['[6, 15]', '[6, 30]']],
    /a window of 30 months ends after the horizon of 24$/,
  ],
  [
    'a good event as toxicity',
    [['[amputation, woundComplication]', '[localControl]']],
    /unknown toxicity: localControl/,
  ],
  [
    'a toxicity twice',
    [['[amputation, woundComplication]', '[amputation, amputation]']],
    /amputation is named twice$/,
  ],
  [
    'a toxicity without a model',
    [['[amputation, woundComplication]', '[fibrosis]']],
    /the design looks at fibrosis, but the truth has no model of it$/,
  ],
  [
    'a toxicity without an onset',
    [[', onsetMonths: { uniform: { min: 6, max: 24 } }', '']],
    /missing truth\.amputation\.onsetMonths/,
  ],
  [
    'an onset that nothing counts',
    [['[amputation, woundComplication]', '[amputation]']],
    /does nothing: no dose escalation counts woundComplication$/,
  ],
  [
    'an onset before the start',
    [['min: 6, max: 24', 'min: -1, max: 24']],
    /must be above 0: events come after the start/,
  ],
  [
    'a size',
    [['  escalation:', '  perArm: 20\n  escalation:']],
    /perArm does nothing with dose escalation: methods say/,
  ],
  [
    'a claim beside it',
    [
      [
        '  escalation:',
        '  superiority: { endpoint: localControl, atYears: 3, twoSidedAlpha: 0.05, test: wald }\n  escalation:',
      ],
    ],
    /a design states dose escalation or a claim, not both: leave out superiority or escalation$/,
  ],
  [
    'patients who cannot be evaluated',
    [['  escalation:', '  unevaluable: 0.1\n  escalation:']],
    /unevaluable does nothing with dose escalation/,
  ],
  [
    'an analysis set',
    [['  escalation:', '  analysisSet: intentionToTreat\n  escalation:']],
    /analysisSet does nothing with dose escalation: every patient is followed$/,
  ],
  [
    'no accrual',
    [['  accrual: { perMonth: 1, pattern: even }\n', '']],
    /missing accrual: how fast patients come/,
  ],
  [
    'a planned period',
    [['pattern: even', 'pattern: uniform']],
    /a ladder plans no period for all its patients: they come by poisson or even$/,
  ],
  [
    'a ramp',
    [['pattern: even', 'pattern: even, rampMonths: 3']],
    /rampMonths does nothing with dose escalation/,
  ],
  [
    'uncertainty',
    [
      [
        'simulation:',
        'uncertainty: { truth.amputation.low: { uniform: { min: 0.01, max: 0.03 } } }\nsimulation:',
      ],
    ],
    /dose escalation has no assurance: state other truths/,
  ],
];

describe('a scenario with dose escalation', () => {
  it.each(cases)('refuses %s', (_, edits, message) => {
    let text = LADDER.trimStart();
    for (const [before, after] of edits) {
      expect(text).toContain(before);
      text = text.replace(before, after);
    }
    const lines = refusalOfText(text);
    expect(
      lines.some((line) => message.test(line)),
      lines.join('\n'),
    ).toBe(true);
  });

  it('refuses an expansion that looks at a part of its patients', () => {
    const claim =
      '{ endpoint: localControl, atYears: 2, nullRate: 0.7, oneSidedAlpha: 0.05, test: exactBinomial, stratum: { limb: 1 } }';
    const lines = refusalOfText(LADDER, `design.escalation.expansion={ patients: 20, singleArm: ${claim} }`);
    expect(lines.join('\n')).toMatch(/an expansion looks at all its patients/);
    const count = '{ endpoint: localControl, atYears: 2, nullRate: 0.7, successesAbove: 20 }';
    expect(
      refusalOfText(LADDER, `design.escalation.expansion={ patients: 20, successCount: ${count} }`).join(
        '\n',
      ),
    ).toMatch(/more than 20 successes of 20 are impossible/);
  });

  it('is taken without a warning', () => {
    expect(readScenario(LADDER, 'ladder.yaml').warnings).toEqual([]);
  });

  it('warns where the ladder is not ordered at some plausible α/β', () => {
    const warningsOf = (schedule: string): readonly string[] =>
      readScenario(LADDER, 'ladder.yaml', [readChange(`arms.middle.schedule=${schedule}`)]).warnings;
    // 5 · 6² + 30x = 15 · 3² + 45x at x = 3
    expect(warningsOf('15 x 3 Gy')).toEqual([
      expect.stringMatching(/middle has no more effect than low where α\/β is 3 Gy or less$/),
      // 15 · 3² + 45x = 5 · 8² + 40x at x = 37, beyond what is plausible: no warning
    ]);
    expect(warningsOf('5 x 5 Gy')).toEqual([
      expect.stringMatching(/middle has no more effect than low at any α\/β$/),
    ]);
  });
});

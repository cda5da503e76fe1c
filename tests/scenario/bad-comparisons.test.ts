import { describe, expect, it } from 'vitest';
import { refusalOfText } from '../fixtures/refusal.ts';
import { THREE_ARMS } from '../fixtures/three-arms.ts';

const COMPARISONS = 'comparisons: { multiplicity: none, requires: any }';
const CLAIM =
  'nonInferiority: { endpoint: fibrosis, atYears: 2, margin: 0.12, oneSidedAlpha: 0.1, test: farringtonManning }';
const DUNNETT = COMPARISONS.replace('none', 'dunnett');

type Case = [what: string, edits: [before: string, after: string][], message: RegExp];

const cases: Case[] = [
  [
    'nothing said of how they are compared',
    [[`  ${COMPARISONS}\n`, '']],
    /^x\.yaml:5:3 +needs one or two arms; with more, the first is the control of all others, and the design says how they are compared: comparisons: { multiplicity: none, requires: any }$/,
  ],
  [
    'two arms',
    [
      ['  gy28: { schedule: 5 x 5.7 Gy }\n', ''],
      [', gy28: 0.3', ''],
    ],
    /^x\.yaml:12:16 +comparisons needs three arms or more, the first of them the control of the others; there are 2$/,
  ],
  [
    'thirteen arms',
    [
      [
        '  gy28: { schedule: 5 x 5.7 Gy }\n',
        Array.from({ length: 11 }, (_, i) => `  a${i}: { schedule: ${i + 3} x 5 Gy }\n`).join(''),
      ],
    ],
    /needs at most 12 arms; there are 13$/,
  ],
  [
    'a control that is not the first arm',
    [
      [
        '  control: { schedule: 25 x 2 Gy }\n  gy30: { schedule: 5 x 6 Gy }\n',
        '  gy30: { schedule: 5 x 6 Gy }\n  control: { schedule: 25 x 2 Gy }\n',
      ],
    ],
    /the control must be the first arm$/,
  ],
  [
    'another word',
    [[COMPARISONS, COMPARISONS.replace('none', 'dunnet')]],
    /^x\.yaml:13:32 +invalid multiplicity: “dunnet” \(must be none or dunnett or gatekeeping\)$/,
  ],
  ['no word on success', [[COMPARISONS, 'comparisons: { multiplicity: none }']], /requires/],
  [
    'unequal arms under one bound',
    [
      ['perArm: 80', 'total: 240\n  allocation: [2, 1, 2]'],
      [COMPARISONS, DUNNETT],
    ],
    /^x\.yaml:13:15 +multiplicity dunnett needs the same weight for every arm but the control$/,
  ],
  [
    'several claims',
    [[CLAIM, `coPrimary:\n    - ${CLAIM}\n    - ${CLAIM.replace('fibrosis', 'oedema')}`]],
    /coPrimary is not for comparisons with one control: each arm is compared in one claim$/,
  ],
  [
    'looks',
    [[CLAIM, `${CLAIM}\n  groupSequential: { informationFractions: [0.5, 1], efficacy: { pocock: {} } }`]],
    /groupSequential is not for comparisons with one control: looks are of two arms$/,
  ],
  [
    'blocks',
    [
      ['perArm: 80', 'total: 240'],
      [CLAIM, `${CLAIM}\n  randomisation: { blocks: 6 }`],
    ],
    /randomisation is not for comparisons with one control: blocks are of two arms$/,
  ],
  [
    'a claim on a single arm',
    [[CLAIM, 'successCount: { endpoint: fibrosis, atYears: 2, nullRate: 0.5, successesAbove: 30 }']],
    /successCount needs 1 arm; there are 3$/,
  ],
  [
    'a test by stratum',
    [[CLAIM, CLAIM.replace('farringtonManning', 'mantelHaenszel')]],
    /nonInferiority here decides by stratum, which comparisons with one control do not$/,
  ],
];

describe('several arms against one control are refused with', () => {
  it.each(cases)('%s', (_, edits, message) => {
    const text = edits.reduce((edited, [before, after]) => {
      expect(edited).toContain(before);
      return edited.replace(before, after);
    }, THREE_ARMS);
    expect(refusalOfText(text)).toContainEqual(expect.stringMatching(message));
  });
});

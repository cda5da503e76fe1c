import { describe, expect, it } from 'vitest';
import { refusalOfText } from '../fixtures/refusal.ts';
import { FOUR_ARMS_WITH_LOOKS, THREE_ARMS_ON_TIMES } from '../fixtures/three-arms.ts';

const FIRST = '{ informationFraction: 0.3, futilityScore: 0 }';
const SECOND = '{ informationFraction: 0.6, futilityScore: 0.5, efficacyScore: 2.5 }';

const cases: [what: string, before: string, after: string, message: RegExp][] = [
  [
    'fractions that do not rise',
    FIRST,
    FIRST.replace('0.3', '0.6'),
    /^x\.yaml:19:32 +information fractions must rise: 0\.6 after 0\.6$/,
  ],
  [
    'a futility bound above the efficacy bound',
    'futilityScore: 0.5',
    'futilityScore: 2.6',
    /^x\.yaml:19:52 +the futility bound 2\.6 is not below the efficacy bound 2\.5$/,
  ],
  [
    'a look without bounds',
    FIRST,
    '{ informationFraction: 0.3 }',
    /^x\.yaml:18:9 +a look does nothing without futilityScore or efficacyScore$/,
  ],
  [
    'a look at the end',
    SECOND,
    SECOND.replace('0.6', '1'),
    /^x\.yaml:19:32 +invalid informationFraction: 1 \(must be < 1\)$/,
  ],
  [
    'a look at nobody',
    FIRST,
    FIRST.replace('0.3', '0.001'),
    /^x\.yaml:18:32 +no patient of an arm is new at the look at 0\.001$/,
  ],
  [
    'a look after which nobody is left',
    SECOND,
    SECOND.replace('0.6', '0.999'),
    /^x\.yaml:19:32 +no patient of an arm is left after the look at 0\.999$/,
  ],
  [
    'arms in their order',
    'multiplicity: none',
    'multiplicity: gatekeeping',
    /^x\.yaml:15:19 +arms that are compared in their order cannot be dropped out of it$/,
  ],
  [
    'a misspelt bound',
    'efficacyScore',
    'eficacyScore',
    /^x\.yaml:19:57 +unknown key: eficacyScore \(did you mean efficacyScore\?\)$/,
  ],
  [
    'looks beside comparisons',
    'perArm: 90\n',
    `perArm: 90\n  looks: [${FIRST}]\n`,
    /^x\.yaml:14:3 +unknown key: looks /,
  ],
];

describe('looks at several arms are refused with', () => {
  it.each(cases)('%s', (_, before, after, message) => {
    expect(FOUR_ARMS_WITH_LOOKS).toContain(before);
    expect(refusalOfText(FOUR_ARMS_WITH_LOOKS.replace(before, after))).toContainEqual(
      expect.stringMatching(message),
    );
  });

  it('fewer than three arms', () => {
    const two = FOUR_ARMS_WITH_LOOKS.replace(/ {2}gy4[23]: .*\n/g, '').replace(/gy42: 0.22, gy43: 0.3, /, '');
    expect(refusalOfText(two)).toContainEqual(expect.stringMatching(/comparisons needs three arms or more/));
  });

  it('a claim that times decide', () => {
    const timed = THREE_ARMS_ON_TIMES.replace('requires: any', `requires: any, looks: [${FIRST}]`);
    expect(refusalOfText(timed)).toContainEqual(
      expect.stringMatching(/looks at several arms need a claim that counts decide, not timeNonInferiority$/),
    );
  });
});

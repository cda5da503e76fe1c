import { describe, expect, it } from 'vitest';
import { caseLines, verificationSummary } from '../../src/report/verification-text.ts';
import { verifyCase } from '../../src/verify/verify-case.ts';

const third = {
  id: 'third',
  title: 'a third',
  source: 'arithmetic, by hand and without any help from a machine',
  expected: { size: 24, power: 1 / 3 },
  tolerance: 1e-9,
  compute: () => ({ size: 24, power: 1 / 3 }),
};
const passing = verifyCase(third, 'made');
const failing = verifyCase({ ...third, compute: () => ({ size: 24, power: 0.33333334 }) }, 'made');

describe('the text of a verification', () => {
  it('is one entry a case, wrapped to the width', () => {
    expect(caseLines(passing, 72)).toEqual([
      'pass  third: a third; expected size 24, power 0.3333333; got 24,',
      '      0.3333333 (arithmetic, by hand and without any help from a',
      '      machine)',
    ]);
  });

  it('shows every digit of what is off, and why a computation broke off', () => {
    const [line] = caseLines(failing, 300);
    expect(line).toMatch(/^FAIL {2}third/);
    expect(line).toContain('power 0.3333333333333333; got 24, 0.33333334 (');
    const broken = {
      ...third,
      compute: () => {
        throw new Error('no root');
      },
    };
    expect(caseLines(verifyCase(broken, 'made'), 300)[0]).toContain('broke off: no root');
  });

  it('says of a negative control what it must not give', () => {
    const control = verifyCase({ ...third, expected: { size: 23 }, isNegativeControl: true }, 'made');
    expect(caseLines(control, 300)[0]).toContain('pass  third: a third; must not give 23; got 24 (');
  });

  it('sums up', () => {
    expect(verificationSummary([passing])).toBe('1 case, 0 of them negative controls: every one passes');
    expect(verificationSummary([passing, failing])).toBe('2 cases, 0 of them negative controls: 1 fails');
  });
});

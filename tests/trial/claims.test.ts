import { describe, expect, it } from 'vitest';
import { claims } from '../../src/trial/claims/index.ts';

const nonInferiority = {
  endpoint: 'localControl',
  atYears: 3,
  margin: 0.07,
  oneSidedAlpha: 0.05,
  test: 'farringtonManning',
};
const refusals = (claim: keyof typeof claims, parameters: object): string[] =>
  claims[claim].parameters.safeParse(parameters).error?.issues.map(({ message }) => message) ?? [];

describe('what a claim refuses', () => {
  it.each([
    [{ margin: 0 }, '0 is no margin (must be above 0; without a margin, claim superiority)'],
    [{ margin: -0.07 }, '-0.07 has the wrong sign (a margin must be above 0, whichever way is worse)'],
    [{ margin: 7 }, '7 is not a probability (must be in [0, 1]; for 7 % write 0.07)'],
    [{ oneSidedAlpha: 0.5 }, '0.5 is too large for a significance level (must be below 0.5)'],
    [
      { test: 'fisher' },
      'fisher takes no margin (those that do: farringtonManning, miettinenNurminen, newcombe, wald, mantelHaenszel, exactUnconditional)',
    ],
    [{ test: 'newcomb' }, 'unknown test: newcomb (did you mean newcombe?)'],
    [
      { test: 'exactBinomial' },
      'unknown test: exactBinomial (there is farringtonManning, miettinenNurminen, newcombe, wald, mantelHaenszel, exactUnconditional)',
    ],
  ])('non-inferiority with %j', (change, message) => {
    expect(refusals('nonInferiority', { ...nonInferiority, ...change })).toEqual([message]);
  });

  it('superiority and a single arm at too large a level', () => {
    const { margin: _, oneSidedAlpha: __, ...rest } = nonInferiority;
    expect(refusals('superiority', { ...rest, twoSidedAlpha: 0.6 })).toEqual([
      '0.6 is too large for a significance level (must be below 0.5)',
    ]);
    expect(refusals('superiority', { ...rest, twoSidedAlpha: 0.49, test: 'fisher' })).toEqual([]);
    expect(
      refusals('singleArm', { ...rest, nullRate: 0.8, oneSidedAlpha: 0.5, test: 'normalApproximation' }),
    ).toEqual(['0.5 is too large for a significance level (must be below 0.5)']);
  });
});

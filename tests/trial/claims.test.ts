import { describe, expect, it } from 'vitest';
import { type CountClaim, countClaims } from '../../src/trial/claims/definition.ts';
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

describe('what a live claim does', () => {
  const good = { endpoint: 'localControl', atYears: 2 };
  const bad = { endpoint: 'woundComplication', withinDays: 120 };
  const make = (name: keyof typeof claims, parameters: object) =>
    claims[name].create(claims[name].parameters.parse(parameters)) as CountClaim;

  it('non-inferiority: true up to the margin, on the side that is worse', () => {
    const { endpoint: _, atYears: __, ...rest } = nonInferiority;
    const more = make('nonInferiority', { ...good, ...rest, margin: 0.1 });
    expect(more.slack(0.8, 0.75)).toBeCloseTo(0.05, 14);
    expect(more.rateAtMargin(0.8)).toBeCloseTo(0.7, 14);
    expect(more.sentence).toBe('local control at 2 years non-inferior within 10 percentage points');
    const fewer = make('nonInferiority', { ...bad, ...rest, margin: 0.1 });
    expect(fewer.slack(0.3, 0.35)).toBeCloseTo(0.05, 14);
    expect(fewer.rateAtMargin(0.3)).toBeCloseTo(0.4, 14);
    expect(more.comparison).toMatchObject({ margin: 0.1, oneSidedAlpha: 0.05 });
    // The counts of a bad event are those of the patients without it
    expect(fewer.passes(10, 100, 5, 100)).toBe(more.passes(90, 100, 95, 100));
    expect([more.passes(90, 100, 95, 100), more.passes(90, 100, 70, 100)]).toEqual([true, false]);
    expect([more.passes(0, 0, 95, 100), more.passes(90, 100, 0, 0)]).toEqual([false, false]);
  });

  it('superiority: half of the two-sided level, and better in the arm that is new', () => {
    const rest = { twoSidedAlpha: 0.05, test: 'wald' };
    const more = make('superiority', { ...good, ...rest });
    const fewer = make('superiority', { ...bad, ...rest });
    expect(more.slack(0.7, 0.8)).toBeCloseTo(0.1, 14);
    expect(fewer.slack(0.7, 0.8)).toBeCloseTo(-0.1, 14);
    expect([more, fewer].map((claim) => claim.rateAtMargin(0.7))).toEqual([0.7, 0.7]);
    expect(more.comparison).toMatchObject({ margin: 0, oneSidedAlpha: 0.025 });
    expect([more.passes(50, 100, 70, 100), more.passes(70, 100, 50, 100)]).toEqual([true, false]);
    expect([fewer.passes(50, 100, 70, 100), fewer.passes(70, 100, 50, 100)]).toEqual([false, true]);
    expect([more.passes(0, 0, 70, 100), more.passes(50, 100, 0, 0)]).toEqual([false, false]);
  });

  it('a single arm: exact binomial tails at the very border', () => {
    const rest = { nullRate: 0.5, oneSidedAlpha: 0.05, test: 'exactBinomial' };
    const more = make('singleArm', { ...good, ...rest });
    // P(X ≥ 9 of 10) = 11/1024 and P(X ≥ 8) = 56/1024 at a half
    expect([8, 9].map((events) => more.passes(0, 0, events, 10))).toEqual([false, true]);
    const fewer = make('singleArm', { ...bad, ...rest, nullRate: 0.5 });
    expect([2, 1].map((events) => fewer.passes(0, 0, events, 10))).toEqual([false, true]);
    expect([more.passes(0, 0, 0, 0), fewer.passes(0, 0, 0, 0)]).toEqual([false, false]);
    expect([more.slack(0, 0.6), fewer.slack(0, 0.6)].map((x) => Number(x.toFixed(12)))).toEqual([0.1, -0.1]);
    expect(more.rateAtMargin(0.9)).toBe(0.5);
    expect(fewer.sentence).toContain(' below 50 %');
    expect(more.sentence).toContain(' above 50 %');
    const where = make('singleArm', { ...good, ...rest, stratum: { smoker: 1 } });
    expect(where.stratum).toEqual({ name: 'smoker', is: 1 });
    expect(where.sentence).toContain(' above 50 % where smoker is 1');
    expect('stratum' in more).toBe(false);
    expect(refusals('singleArm', { ...good, ...rest, stratum: { a: 1, b: 2 } })).toHaveLength(1);
  });

  it('a count of successes: more than stated, of which there must be enough patients', () => {
    const rest = { nullRate: 0.3, successesAbove: 4 };
    const more = make('successCount', { ...good, ...rest });
    const fewer = make('successCount', { ...bad, ...rest });
    expect([4, 5].map((events) => more.passes(0, 0, events, 10))).toEqual([false, true]);
    expect([6, 5].map((events) => fewer.passes(0, 0, events, 10))).toEqual([false, true]);
    const problems = (size: number) => claims.successCount.problems!({ ...good, ...rest } as never, size);
    expect(problems(5)).toEqual([]);
    expect(problems(4)).toEqual([
      { key: 'successesAbove', message: 'more than 4 successes of 4 are impossible' },
    ]);
  });

  it('a posterior probability: at least the certainty, with a patient', () => {
    // Beta(1, 1) and 3 of 3: P(p > 1/2) = 1 − 1/16
    const rest = { prior: { a: 1, b: 1 }, target: 0.5 };
    for (const [certainty, passes] of [
      [0.937, true],
      [0.938, false],
    ] as const) {
      expect(make('posterior', { ...good, ...rest, certainty }).passes(0, 0, 3, 3)).toBe(passes);
      expect(make('posterior', { ...bad, ...rest, certainty }).passes(0, 0, 0, 3)).toBe(passes);
      expect(make('posterior', { ...bad, ...rest, certainty }).passes(0, 0, 3, 3)).toBe(false);
    }
    const sure = make('posterior', { ...good, prior: { a: 9, b: 1 }, target: 0.5, certainty: 0.9 });
    expect([sure.passes(0, 0, 0, 0), sure.passes(0, 0, 1, 1)]).toEqual([false, true]);
    expect('finding' in sure).toBe(false);
  });

  it('a posterior probability with what the trial found', () => {
    const rest = { prior: { a: 1, b: 1 }, target: 0.5, certainty: 0.9, observed: { events: 3, patients: 3 } };
    expect(make('posterior', { ...good, ...rest }).finding).toMatchObject({ probabilityBetter: 15 / 16 });
    expect(make('posterior', { ...bad, ...rest }).finding).toMatchObject({ probabilityBetter: 1 / 16 });
  });

  it('times decide no claim of counts', () => {
    const timed = claims.timeSuperiority.create(
      claims.timeSuperiority.parameters.parse({ ...good, twoSidedAlpha: 0.05, test: 'logRank' }),
    );
    const counted = make('completion', { ...bad, limitRate: 0.35 });
    expect(countClaims([counted])).toEqual([counted]);
    expect(() => countClaims([counted, timed])).toThrow(
      new RangeError('invalid claim: local control superior (times decide it, not counts)'),
    );
  });

  it('non-inferiority on times has a margin that leaves a rate, and says what it is on either scale', () => {
    const given = { ...good, plannedControlRate: 0.9, oneSidedAlpha: 0.05, test: 'logRank' };
    const issues = (margin: object) =>
      claims.timeNonInferiority.parameters
        .safeParse({ ...given, margin })
        .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    expect(issues({ difference: 0.89 })).toBeUndefined();
    expect(issues({ difference: 0.9 })).toEqual([
      'margin.difference: 0.9 leaves no rate below the planned control rate, 0.9',
    ]);
    expect(issues({})).toEqual([
      'margin: missing margin: needs one of hazardRatio, difference; both need leads',
    ]);
    expect(issues({ hazardRatio: 2, difference: 0.1 })).toEqual([
      'margin.leads: two margins: leads must say which one decides',
    ]);
    expect(issues({ hazardRatio: 2, leads: 'difference' })).toEqual([
      'margin.leads: leads names difference, which is not given',
    ]);
    expect(issues({ hazardRatio: 2, leads: 'hazardRatio' })).toBeUndefined();
    const sentence = (margin: object): string =>
      claims.timeNonInferiority.create(claims.timeNonInferiority.parameters.parse({ ...given, margin }))
        .sentence;
    expect(sentence({ hazardRatio: 2 })).toBe(
      'local control non-inferior within a hazard ratio of 2 (9 percentage points at 2 years at a control rate of 90 %)',
    );
    expect(sentence({ difference: 0.09 })).toBe(
      'local control non-inferior within 9 percentage points at 2 years (a hazard ratio of 2 at a control rate of 90 %)',
    );
  });

  it('a trial that is not stopped passes, whatever it counts', () => {
    const claim = make('completion', { ...bad, limitRate: 0.35 });
    expect(claim.passes(0, 0, 40, 40)).toBe(true);
    expect(claim.isCompletion).toBe(true);
    expect(claim.slack(0, 0.3)).toBeCloseTo(0.05, 14);
    expect(claim.sentence).toMatch(/^not stopped early for .* above 35 %$/);
    expect(make('completion', { ...good, limitRate: 0.35 }).sentence).toMatch(/ below 35 %$/);
  });
});

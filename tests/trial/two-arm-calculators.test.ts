import { describe, expect, it } from 'vitest';
import { calculators } from '../../src/trial/calculators/index.ts';
import { armSizes } from '../../src/trial/design.ts';
import { designSchema } from '../../src/trial/design-schema.ts';
import { tests } from '../../src/trial/tests/index.ts';

const solve = (kind: string, parameters: object) => {
  const calculator = calculators[kind];
  return calculator.solve(calculator.parameters.parse(parameters) as never);
};
const refusals = (kind: string, parameters: object): string[] =>
  calculators[kind].parameters.safeParse(parameters).error?.issues.map(({ message }) => message) ?? [];
const twoArmKinds = Object.keys(tests).filter((name) => tests[name as keyof typeof tests].arms === 2);
const kinds = ['nonInferiority', 'superiority', ...twoArmKinds, 'coPrimary', 'interval'];

describe.each(kinds)('calculator %s', (kind) => {
  it('answers its examples with numbers that are finite, and a design that a scenario takes', () => {
    for (const example of calculators[kind].examples) {
      const { rows, design, sentence, variant } = solve(kind, example as object);
      for (const { kind: shown, nominal, exact } of rows)
        for (const value of [nominal, exact].filter((v) => v !== undefined)) {
          expect(Number.isFinite(value)).toBe(true);
          if (shown === 'count') expect(Number.isInteger(value)).toBe(true);
        }
      expect(sentence).toMatch(/\.$/);
      expect(variant.every((line) => /\.$/.test(line))).toBe(true);
      if (design) expect(designSchema.safeParse(design).error).toBeUndefined();
    }
  });
});

describe('non-inferiority', () => {
  it('93 % in both arms, margin 7 points, 5 %, 80 %: nominal beside exact, sentence and design', () => {
    const { numbers, sentence, design } = solve('nonInferiority', {
      controlRate: 0.93,
      margin: 0.07,
      endpoint: 'localControl',
      atYears: 3,
    });
    expect(numbers).toMatchObject({ formulaSize: 182, smallest: 175, lasting: 179, controlSize: 175 });
    expect(design).toEqual({
      perArm: 175,
      nonInferiority: {
        endpoint: 'localControl',
        atYears: 3,
        margin: 0.07,
        oneSidedAlpha: 0.05,
        test: 'farringtonManning',
      },
    });
    expect(sentence).toBe(
      'With 175 patients per arm (350 in all), the Farrington–Manning test at a one-sided level of 5 % has 80.24 % power to show local control at 3 years non-inferior within 7 percentage points, if the rates are 93 % (control) and 93 % (experimental); the exact type I error is 4.85 % at the planned control rate and at most 5.32 % at any.',
    );
  });

  it('the Wald test: 164 by enumeration, 165 by formula, and its type I error of 5.58 % at 165', () => {
    expect(
      solve('wald', { controlRate: 0.93, margin: 0.07, endpoint: 'localControl' }).numbers,
    ).toMatchObject({
      formulaSize: 165,
      smallest: 164,
    });
    const { typeIError, power } = solve('wald', {
      controlRate: 0.93,
      margin: 0.07,
      perArm: 165,
      endpoint: 'localControl',
    }).numbers;
    expect(typeIError).toBeCloseTo(0.0558, 4);
    expect(power).toBeCloseTo(0.804, 3);
  });

  it('of a bad event is that of the good one with rates of no event', () => {
    const bad = solve('nonInferiority', {
      controlRate: 0.35,
      experimentalRate: 0.3,
      margin: 0.1,
      endpoint: 'woundComplication',
    }).numbers;
    const good = solve('nonInferiority', {
      controlRate: 0.65,
      experimentalRate: 0.7,
      margin: 0.1,
      endpoint: 'localControl',
    }).numbers;
    expect(bad.smallest).toBe(good.smallest);
    expect(bad.power).toBeCloseTo(good.power as number, 12);
    expect(bad.worstControlRate).toBeCloseTo(1 - (good.worstControlRate as number), 9);
  });

  it('with two experimental patients for each control: a design whose sizes are those of the answer', () => {
    for (const allocation of [2, 1.5, 0.7]) {
      const { numbers, design } = solve('nonInferiority', {
        controlRate: 0.9,
        margin: 0.1,
        allocation,
        endpoint: 'localControl',
      });
      expect(armSizes(designSchema.parse(design), 2)).toEqual([
        numbers.controlSize,
        numbers.experimentalSize,
      ]);
    }
  });
});

describe('which way is better', () => {
  it.each([
    ['nonInferiority', { margin: 0.1, endpoint: 'localControl' }, 'local control), which is good: higher'],
    ['wald', { margin: 0.1, endpoint: 'fibrosis' }, 'fibrosis), which is bad: lower'],
    ['superiority', { experimentalRate: 0.2 }, 'wound complications), which is bad: lower'],
    ['fisher', { experimentalRate: 0.5 }, 'local control), which is good: higher'],
  ])('%s %j: %s', (kind, given, direction) => {
    const { variant } = solve(kind, { controlRate: 0.35, perArm: 60, ...given });
    expect(variant).toContain(`Rates are of the event (${direction} is better.`);
  });
});

describe('words of a question of given size', () => {
  const given = { controlRate: 0.35, perArm: 100 };
  const words = (kind: string, more: object) => solve(kind, { ...given, ...more }).variant.join(' ');

  it.each(twoArmKinds)(
    '%s: without a margin none is spoken of, and the formula of the nominal power is named',
    (kind) => {
      const superior = words(kind, { experimentalRate: 0.2 });
      expect(superior).not.toMatch(/minus the margin|at the margin/);
      expect(superior).toMatch(/Nominal power: closed formula, .*\d{4}/);
      const { summary, takesMargin } = tests[kind as 'wald'];
      if (takesMargin) expect(words(kind, { margin: 0.1, endpoint: 'woundComplication' })).toContain(summary);
    },
  );

  it('Fisher’s nominal power is continuity-corrected', () => {
    expect(words('fisher', { experimentalRate: 0.2 })).toContain('formula, continuity-corrected (Casagrande');
    expect(words('superiority', { experimentalRate: 0.2 })).toContain('formula, pooled variance (');
  });
});

describe('superiority', () => {
  it('without an endpoint, the planned rates say whether the event is good', () => {
    const fewer = solve('superiority', { controlRate: 0.35, experimentalRate: 0.2, test: 'fisher' });
    expect(fewer.design).toEqual({
      perArm: 150,
      superiority: { endpoint: 'woundComplication', withinDays: 120, twoSidedAlpha: 0.05, test: 'fisher' },
    });
    expect(fewer.sentence).toContain(
      'patients per arm (300 in all), Fisher’s exact test at a two-sided level',
    );
    const more = solve('superiority', {
      controlRate: 0.65,
      experimentalRate: 0.8,
      perArm: 150,
      test: 'fisher',
    });
    expect(more.design).toMatchObject({ superiority: { endpoint: 'localControl', atYears: 2 } });
    expect(more.numbers.power).toBeCloseTo(fewer.numbers.power as number, 12);
  });
});

describe('bad input', () => {
  it.each([
    [
      'nonInferiority',
      { controlRate: 0.93, margin: -0.07 },
      '-0.07 has the wrong sign (a margin must be above 0, whichever way is worse)',
    ],
    [
      'nonInferiority',
      { controlRate: 0.93, margin: 7 },
      '7 is not a probability (must be in [0, 1]; for 7 % write 0.07)',
    ],
    [
      'nonInferiority',
      { controlRate: 93, margin: 0.07 },
      '93 is not a probability (must be in [0, 1]; for 93 % write 0.93)',
    ],
    ['nonInferiority', { controlRate: 1, margin: 0.07 }, '1 is too large (must be below 1)'],
    ['nonInferiority', { controlRate: 0, margin: 0.07 }, '0 is too small (must be above 0)'],
    [
      'nonInferiority',
      { controlRate: 0.9, margin: 0.07, oneSidedAlpha: 0.5, endpoint: 'localControl' },
      '0.5 is too large for a significance level (must be below 0.5)',
    ],
    [
      'nonInferiority',
      { controlRate: 0.05, margin: 0.07, endpoint: 'localControl' },
      '0.07 is too large a margin for local control (must be below the control rate, 0.05: no rate could be worse)',
    ],
    [
      'nonInferiority',
      { controlRate: 0.95, margin: 0.07, endpoint: 'woundComplication' },
      '0.07 is too large a margin for wound complications (must be below the control’s rate of no event, 0.05: no rate could be worse)',
    ],
    [
      'nonInferiority',
      { controlRate: 0.9, margin: 0.07, power: 0.9, perArm: 100, endpoint: 'localControl' },
      'power does nothing beside perArm',
    ],
    [
      'nonInferiority',
      { controlRate: 0.9, margin: 0.07, power: 0.04, endpoint: 'localControl' },
      '0.04 is too little power (must be above the level, 0.05)',
    ],
    [
      'nonInferiority',
      { controlRate: 0.9, margin: 0.07, withinDays: 120, endpoint: 'localControl' },
      'local control is timed by atYears; withinDays does nothing',
    ],
    [
      'nonInferiority',
      { controlRate: 0.9, margin: 0.07, endpoint: 'localControll' },
      'unknown endpoint: localControll (did you mean localControl?)',
    ],
    [
      'superiority',
      { controlRate: 0.9, experimentalRate: 0.8, margin: 0.1 },
      'unknown key: margin (there is controlRate, experimentalRate, twoSidedAlpha, test, power, perArm, allocation, endpoint, atYears, withinDays)',
    ],
    [
      'wald',
      { controlRate: 0.9, margin: 0.1, twoSidedAlpha: 0.05, endpoint: 'localControl' },
      'twoSidedAlpha does nothing beside a margin (needs oneSidedAlpha)',
    ],
    [
      'wald',
      { controlRate: 0.9, experimentalRate: 0.95, oneSidedAlpha: 0.05 },
      'oneSidedAlpha does nothing without a margin (needs twoSidedAlpha)',
    ],
    ['fisher', { controlRate: 0.9 }, 'superiority needs the planned experimentalRate'],
    [
      'nonInferiority',
      { controlRate: 0.35, experimentalRate: 0.3, margin: 0.1 },
      'missing endpoint: a margin does not say which way is better (localControl: higher; woundComplication: lower)',
    ],
    [
      'newcombe',
      { controlRate: 0.35, margin: 0.1, perArm: 100 },
      'missing endpoint: a margin does not say which way is better (localControl: higher; woundComplication: lower)',
    ],
    [
      'superiority',
      { controlRate: 0.35, experimentalRate: 0.35, perArm: 100 },
      'missing endpoint: equal rates do not say which way is better (localControl: higher; woundComplication: lower)',
    ],
    ['interval', { events: 9, size: 8 }, '9 is too many events (must be at most size, 8)'],
    ['interval', { events: 9, size: 18, secondEvents: 3 }, 'a second sample needs its secondSize'],
  ])('%s %j', (kind, parameters, message) => {
    expect(refusals(kind, parameters)).toEqual([message]);
  });

  it('no size where the planned rates do not meet the claim', () => {
    expect(() =>
      solve('nonInferiority', {
        controlRate: 0.93,
        experimentalRate: 0.86,
        margin: 0.07,
        endpoint: 'localControl',
      }),
    ).toThrow(
      new RangeError(
        'no sample size: the planned experimental rate, 86 %, lies at the margin, 86 %, or beyond',
      ),
    );
    expect(() =>
      solve('exactUnconditional', { controlRate: 0.93, margin: 0.04, endpoint: 'localControl' }),
    ).toThrow(
      'no search by the exact unconditional test: the formula asks for 1046 patients, and more than 400 in all would take too long (perArm',
    );
    expect(() =>
      solve('superiority', { controlRate: 0.3, experimentalRate: 0.4, endpoint: 'woundComplication' }),
    ).toThrow('no sample size: the planned experimental rate, 40 %, is not better than the control’s, 30 %');
  });
});

describe('the Mantel–Haenszel test', () => {
  it('has one stratum here and says so: formula and answer are those of the Wald test', () => {
    const given = { controlRate: 0.93, margin: 0.07, endpoint: 'localControl' };
    const [stratified, plain] = ['mantelHaenszel', 'wald'].map((kind) => solve(kind, given));
    expect(stratified.numbers).toEqual(plain.numbers);
    expect(stratified.variant).toContainEqual(expect.stringMatching(/^There is one stratum here, .* Wald/));
    expect(stratified.sentence).toContain('Mantel–Haenszel test of one stratum, where it is the Wald test,');
    expect(plain.sentence).not.toContain('stratum');
  });
});

describe('co-primary claims', () => {
  // mvtnorm 1.1.3 pmvnorm, TVPACK
  it.each([
    [0, 0.8, 0.64],
    [0.3, 0.8, 0.6661457],
    [0.3, 0.9, 0.8216165],
    [0.5, 0.8, 0.6871506],
    [0.5, 0.9, 0.8324015],
    [0.8, 0.8, 0.729034],
    [0.8, 0.9, 0.8562427],
  ])('correlation %d, power %d each', (correlation, power, both) => {
    const { numbers } = solve('coPrimary', { firstPower: power, secondPower: power, correlation });
    expect(Math.abs((numbers.power as number) - both)).toBeLessThan(1e-6);
  });
});

describe('intervals', () => {
  it('31 of 88 wounds: every interval, and its coverage at the observed rate', () => {
    const { numbers, rows, sentence } = solve('interval', { events: 31, size: 88 });
    expect(numbers.wilson).toEqual([expect.closeTo(0.260563, 6), expect.closeTo(0.45634, 6)]);
    expect((numbers.coverage as { clopperPearson: number }).clopperPearson).toBeGreaterThanOrEqual(0.95);
    expect(rows).toHaveLength(5);
    expect(sentence).toContain('31 of 88 patients (35.23 %; 95 % Wilson score interval 26.06 % to 45.63 %)');
  });

  it.each([0, 20])(
    '%i of 20: limits as they are, and no coverage at a rate that leaves one count',
    (events) => {
      const { numbers, rows, variant } = solve('interval', { events, size: 20 });
      // Jeffreys' equal-tailed limits, not set to 0 or 1
      const [near, far] = [2.4e-5, 0.116639];
      const [low, high] = numbers.jeffreys as [number, number];
      expect(events === 0 ? low : 1 - high).toBeCloseTo(near, 6);
      expect(events === 0 ? high : 1 - low).toBeCloseTo(far, 6);
      expect(numbers).not.toHaveProperty('coverage');
      for (const { low, exact } of rows) expect(low === undefined).toBe(exact !== undefined);
      expect(variant.at(-1)).toContain('There is no exact coverage');
    },
  );

  it('31 of 88 against 16 of 94 (O’Sullivan 2002)', () => {
    const { numbers } = solve('interval', { events: 31, size: 88, secondEvents: 16, secondSize: 94 });
    expect(numbers.newcombe).toEqual([expect.closeTo(0.05459, 6), expect.closeTo(0.303523, 6)]);
    expect(numbers.fisherTwoSidedP).toBeCloseTo(0.006519825, 8);
  });
});

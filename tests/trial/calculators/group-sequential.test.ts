import { describe, expect, it } from 'vitest';
import { calculators } from '../../../src/trial/calculators/index.ts';
import { askCalculator } from '../../fixtures/ask-calculator.ts';

const solve = (kind: string, parameters: object) => {
  const calculator = calculators[kind];
  return calculator.solve(calculator.parameters.parse(parameters) as never);
};
const refusals = (kind: string, parameters: object): (readonly [PropertyKey | undefined, string])[] =>
  calculators[kind].parameters
    .safeParse(parameters)
    .error?.issues.map(({ path, message }) => [path[0], message] as const) ?? [];

describe('calculator groupSequential', () => {
  it('gives sizes of the looks, and a sentence for a protocol', () => {
    const { numbers, sentence, table, rows } = solve('groupSequential', {
      looks: 3,
      efficacy: 'obrienFleming',
      fixedSize: 290,
    });
    // 290 × 1.0174 × 1/3, 2/3, 1
    expect(numbers).toMatchObject({ sizes: [99, 197, 296], fractions: [1 / 3, 2 / 3, 1] });
    expect(sentence).toBe(
      'There are 3 looks, at 33.33, 66.67 and 100 % of the information. The trial stops for efficacy at a normal score of 3.4711, 2.4544, 2.0040 or more (O’Brien–Fleming bounds, one-sided level of 2.5 %). With a power of 80 % the trial needs 296 in place of 290 without looks (inflation 1.0174).',
    );
    expect(table!.rows.map(([look, , size, z]) => [look, size, z])).toEqual([
      ['1', '99', '3.4711'],
      ['2', '197', '2.4544'],
      ['3', '296', '2.0040'],
    ]);
    expect(rows[0]).toMatchObject({ label: 'Size of the last look', exact: 296 });
  });

  it('has no bound where next to nothing is spent: a dash, and null for programs', () => {
    const { numbers, table } = solve('groupSequential', { fractions: [0.01, 1] });
    expect(numbers.efficacy).toEqual([null, expect.closeTo(1.96, 3)]);
    expect(table!.rows[0]).toContain('–');
  });

  it('says whether the level counts on futility', () => {
    const sayings = [true, false].map((binding) => {
      const { variant, numbers } = solve('groupSequential', {
        looks: 2,
        futility: 'fixedZ',
        futilityZ: [0],
        binding,
      });
      return [variant.some((line) => line.startsWith('Binding:')), numbers.typeIError];
    });
    expect(sayings).toEqual([
      [true, expect.closeTo(0.025, 9)],
      [false, expect.closeTo(0.0247, 5)],
    ]);
  });

  it('says that unadjusted Haybittle–Peto bounds exceed the level', () => {
    const { variant } = solve('groupSequential', { looks: 3, efficacy: 'haybittlePeto', unadjusted: true });
    expect(variant).toContainEqual(expect.stringContaining('the level is exceeded (2.59 %)'));
  });

  it.each([
    [{}, 'fractions', 'needs one of fractions, looks'],
    [{ looks: 2, fractions: [0.5, 1] }, 'looks', 'needs one of fractions, looks: not both'],
    [{ fractions: [0.7, 0.5, 1] }, 'fractions', 'information fractions must rise: 0.5 after 0.7'],
    [{ looks: 2, efficacy: 'hwangShihDeCani' }, 'gamma', 'missing gamma: hwangShihDeCani needs it'],
    [{ looks: 2, gamma: -4 }, 'gamma', 'gamma does nothing beside lanDeMetsObrienFleming'],
    [{ looks: 2, futilityZ: [0] }, 'futilityZ', 'futilityZ does nothing without fixedZ'],
    [
      { looks: 4, futility: 'fixedZ', futilityZ: [0, 1] },
      'futilityZ',
      '2 futility bounds for 3 interim looks',
    ],
    [{ looks: 2, binding: true }, 'binding', 'binding does nothing without futility'],
    [{ looks: 2, unadjusted: true }, 'unadjusted', 'unadjusted does nothing without haybittlePeto'],
    [
      { looks: 2, futility: 'betaSpending', futilitySpending: 'kimDeMets' },
      'futilityRho',
      'missing futilityRho: kimDeMets needs it',
    ],
    [{ looks: 2, power: 0.02 }, 'power', '0.02 is too little power (must be above the level, 0.025)'],
    [
      { looks: 2, efficacy: 'obrienFlemming' },
      'efficacy',
      'unknown efficacy bounds: obrienFlemming (did you mean obrienFleming?)',
    ],
  ])('refuses %j', (parameters, key, message) => {
    expect(refusals('groupSequential', parameters)).toContainEqual([key, message]);
  });

  it('takes negative gammas and lists as flags, and answers in flags', () => {
    const good = askCalculator([
      'groupSequential',
      ...'--fractions 0.4,0.7,1 --efficacy hwangShihDeCani --gamma -4'.split(' '),
      ...'--futility fixedZ --futility-z -0.5,0.5 --binding'.split(' '),
    ]);
    expect(good.stderr).toBe('');
    expect(good.stdout).toContain('stops for futility at an interim score below −0.5000, 0.5000');
    expect(askCalculator(['group-sequential', '--fractions', '0.7,0.5,1']).stderr).toContain(
      '--fractions: information fractions must rise: 0.5 after 0.7',
    );
    const meeting = askCalculator([
      'groupSequential',
      '--looks',
      '2',
      '--futility',
      'fixedZ',
      '--futility-z',
      '3',
    ]);
    expect(meeting.stderr).toContain('invalid futility bound at look 1: it reaches the efficacy bound');
  });
});

describe('calculator conditionalPower', () => {
  it('answers under the trend, the planned effect and none', () => {
    const { numbers, sentence } = solve('conditionalPower', {
      z: 1.5,
      fraction: 0.5,
      finalZ: 1.96,
      designDrift: 3.2415155501,
    });
    expect(numbers.trend).toBeCloseTo(0.59023184886, 10);
    expect(numbers.bValue).toBeCloseTo(1.5 * Math.SQRT1_2, 14);
    expect(sentence).toBe(
      'With a score of 1.5 at 50 % of the information, the probability of reaching 1.96 at the end is 59.02 % if the trend goes on, 84.62 % under the planned effect and 10.17 % under the null hypothesis.',
    );
  });

  it('takes the planned effect from the level and the power', () => {
    const byPower = solve('conditionalPower', { z: 1, fraction: 0.5, power: 0.9 });
    expect(byPower.numbers.designDrift).toBeCloseTo(1.959964 + 1.281552, 6);
    expect(byPower.numbers.finalZ).toBeCloseTo(1.959964, 6);
    const refused = refusals('conditionalPower', { z: 1, fraction: 0.5, power: 0.9, designDrift: 3 });
    expect(refused).toEqual([['power', 'power does nothing beside designDrift']]);
    expect(refusals('conditionalPower', { z: 1, fraction: 1 })).toHaveLength(1);
  });
});

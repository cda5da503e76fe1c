import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/trial/calculators/definition.ts';
import { calculators } from '../../../src/trial/calculators/index.ts';
import { naiveBias } from '../../../src/trial/group-sequential/naive-bias.ts';

const solve = (given: object): Answer => {
  const { parameters, solve: answer } = calculators.groupSequential;
  return answer(parameters.parse(given) as never);
};
const rowsOf = ({ rows }: Answer): [string, number | undefined][] =>
  rows.map(({ label, exact }) => [label, exact]);
const binding = {
  fractions: [0.4, 1],
  efficacy: 'pocock',
  futility: 'fixedZ',
  futilityZ: [-0.5],
  binding: true,
  oneSidedAlpha: 0.05,
  power: 0.9,
};

describe('the answer to a group-sequential plan', () => {
  it('shows each look: bounds, what is spent, how often it stops', () => {
    const { table, numbers } = solve({ ...binding, fixedSize: 100 });
    expect(table!.columns.filter((column) => ['size', 'futility'].includes(column))).toHaveLength(2);
    // Φ(−1.8911) = 2.930 %, Φ(−0.5) = 30.854 % more at the null; under the drift Φ(−0.5 − 3.1153 √0.4) = 0.675 %
    expect(table!.rows).toEqual([
      ['1', '0.4', '46', '1.8911', '2.930', '−0.5000', '2.930', '0.675', '33.784', '53.830'],
      ['2', '1', '114', '1.8911', '2.930', '1.8911', '5.000', '10.000', '', ''],
    ]);
    expect(numbers).toMatchObject({
      // 113.325 and 0.4 times that, rounded up
      sizes: [46, 114],
      futility: [-0.5, expect.closeTo(1.8911, 4)],
      typeIError: expect.closeTo(0.05, 9),
      power: expect.closeTo(0.9, 9),
    });
  });

  it('leaves out columns, rows and words of what is not asked', () => {
    const answer = solve({ looks: 1 });
    expect(answer.table!.columns).not.toContain('size');
    expect(answer.table!.columns).not.toContain('futility');
    expect(answer.table!.rows).toEqual([['1', '1', '1.9600', '2.500', '2.500', '20.000', '', '']]);
    expect('futility' in answer.numbers).toBe(false);
    expect('sizes' in answer.numbers).toBe(false);
    expect(rowsOf(answer)[0][0]).toBe('Inflation factor');
    expect(answer.rows).toHaveLength(8);
    expect(answer.variant).toHaveLength(4);
    expect(answer.sentence).toBe(
      'There is one analysis, at all of the information. The trial stops for efficacy at a normal score of 1.9600 or more (Lan–DeMets spending of O’Brien–Fleming type, one-sided level of 2.5 %). With a power of 80 % the trial needs 1.0000 times the information of a trial without looks.',
    );
  });

  it('says sizes beside information, and expects them in proportion', () => {
    const answer = solve({ ...binding, fixedSize: 100 });
    const rows = new Map(rowsOf(answer));
    const { expectedInformation, inflation } = answer.numbers as never as {
      expectedInformation: { null: number; planned: number };
      inflation: number;
    };
    expect(rows.get('Size of the last look')).toBe(114);
    expect(rows.get('Expected size, null')).toBeCloseTo(100 * expectedInformation.null, 10);
    expect(rows.get('Expected size, planned')).toBeCloseTo(100 * expectedInformation.planned, 10);
    // Of 33.784 % of trials 40 % of the information, of the others all of it
    expect(expectedInformation.null).toBeCloseTo(inflation * (1 - 0.6 * 0.33784), 5);
    expect(answer.rows).toHaveLength(11);
    expect(answer.sentence).toBe(
      'There are 2 looks, at 40 and 100 % of the information. The trial stops for efficacy at a normal score of 1.8911, 1.8911 or more (Pocock bounds, one-sided level of 5 %). It stops for futility at an interim score below −0.5000 (stated futility bounds, binding). With a power of 90 % the trial needs 114 in place of 100 without looks (inflation 1.1333).',
    );
  });

  it.each([
    [{ ...binding }, [-0.5, 1.8911112140628468]],
    [{ fractions: [0.4, 1], efficacy: 'pocock' }, undefined],
  ])('gives the bias as a share of the planned effect, %#', (given, futility) => {
    const { efficacy, drift, biasShare } = solve(given).numbers as never as {
      efficacy: number[];
      drift: number;
      biasShare: number;
    };
    const lower = futility ?? [-Infinity, efficacy[1]];
    const bias = naiveBias({ information: [0.4, 1], upper: efficacy, lower }, drift);
    expect(biasShare).toBeCloseTo(bias / drift, 9);
    expect(biasShare).toBeGreaterThan(0.05);
  });

  it('says which kind of bounds these are, and what of the level they count on', () => {
    const lineOf = (given: object, part: string): boolean =>
      solve(given).variant.some((line) => line.includes(part));
    const peto = { looks: 2, efficacy: 'haybittlePeto' };
    for (const [given, part] of [
      [{ looks: 2 }, 'The spending function takes the one-sided level'],
      [peto, 'One constant is solved'],
      [{ ...peto, unadjusted: true }, 'the level is exceeded (2.54 %)'],
      [binding, 'Binding:'],
      [{ ...binding, binding: false }, 'Not binding:'],
    ] as const) {
      expect(lineOf(given, part), part).toBe(true);
      for (const other of ['takes the one-sided level', 'One constant is solved', 'is exceeded ('])
        if (!part.includes(other) && part !== 'Binding:' && part !== 'Not binding:')
          expect(lineOf(given, other), `${part} ${other}`).toBe(false);
    }
    expect(lineOf(binding, 'Not binding:')).toBe(false);
    expect(lineOf({ looks: 2 }, 'inding:')).toBe(false);
    expect(solve({ ...peto, unadjusted: true }).sentence).toContain(
      'one-sided level of 2.5 %, exceeded as published: 2.54 %).',
    );
    expect(solve(peto).sentence).toContain('one-sided level of 2.5 %).');
    expect(solve({ ...binding, binding: false }).sentence).toContain('not binding).');
  });

  it('costs no patient by the last digits of an inflation', () => {
    for (const power of [0.7, 0.8, 0.85, 0.95])
      for (const oneSidedAlpha of [0.01, 0.025, 0.05])
        expect(solve({ looks: 1, oneSidedAlpha, power, fixedSize: 1000 }).numbers.sizes).toEqual([1000]);
    // 1000.00001 is more than 1000
    expect(solve({ looks: 1, power: 0.8, fixedSize: 1000.00001 }).numbers.sizes).toEqual([1001]);
  });
});

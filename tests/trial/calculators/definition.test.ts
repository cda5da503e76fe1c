import { describe, expect, it } from 'vitest';
import { strict } from '../../../src/numeric/quantities.ts';
import { type Answer, defineCalculator } from '../../../src/trial/calculators/definition.ts';

/** What a calculator says whose answer is this. */
function answering(answer: Partial<Answer>): Answer {
  const definition = { summary: '', reference: '', parameters: strict({}), examples: [] };
  const whole: Answer = { variant: [], rows: [], numbers: {}, sentence: '', ...answer };
  return defineCalculator({ ...definition, solve: () => whole }).solve({});
}

describe('an answer', () => {
  it('is given where all of it is finite', () => {
    const numbers = { size: 3, name: 'wald', limits: [0, -1], table: [{ bound: null }], isGood: true };
    const rows = [{ label: 'Power', kind: 'probability', exact: 0.8 } as const];
    expect(answering({ numbers, rows })).toMatchObject({ numbers, rows });
  });

  it.each([
    [{ power: Number.NaN }, 'power'],
    [{ power: 0.8, size: Infinity }, 'size'],
    [{ nominal: { power: 0.8, worst: { typeIError: -Infinity } } }, 'typeIError'],
    [{ limits: [0, Number.NaN] }, 'limits'],
    [{ rates: [{ rate: 0.1 }, { rate: Number.NaN }] }, 'rate'],
    [{ none: null, found: { power: Number.NaN } }, 'power'],
  ])('is refused by the name of what is not: %j', (numbers, name) => {
    expect(() => answering({ numbers })).toThrow(
      new RangeError(`too extreme: there is no finite value of “${name}”`),
    );
  });

  it('is refused by the label of a row, which comes first', () => {
    const rows = [
      { label: 'Patients', kind: 'count', exact: 12 },
      { label: 'Power', kind: 'probability', nominal: 0.8, exact: Number.NaN },
    ] as const;
    expect(() => answering({ rows, numbers: { power: Number.NaN } })).toThrow('value of “Power”');
  });
});

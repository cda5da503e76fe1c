import { describe, expect, it } from 'vitest';
import { designText } from '../../src/report/design-text.ts';
import { calculatorFields } from '../../src/trial/calculator-fields.ts';
import { calculators } from '../../src/trial/calculators/index.ts';
import { designSchema } from '../../src/trial/design-schema.ts';

const examples = Object.entries(calculators).flatMap(([kind, definition]) =>
  definition.examples.map((example) => [kind, example as object] as const),
);

describe.each(Object.keys(calculators))('%s', (kind) => {
  const definition = calculators[kind];

  it('says what it is, and shows how to ask it', () => {
    expect(definition.summary).toMatch(/\.$/);
    expect(definition.reference).toMatch(/\d{4}/);
    expect(definition.examples.length).toBeGreaterThan(0);
  });

  it('describes every parameter', () => {
    const fields = calculatorFields(definition);
    expect(fields.filter(({ description }) => description === '')).toEqual([]);
    for (const example of definition.examples)
      expect(fields.map(({ key }) => key)).toEqual(expect.arrayContaining(Object.keys(example as object)));
  });
});

describe.each(examples)('%s of %j', (kind, example) => {
  const { parameters, solve, ...definition } = calculators[kind];
  const answer = solve(parameters.parse(example));

  it('answers in figures, a variant and a sentence', () => {
    expect(answer.rows.length).toBeGreaterThan(0);
    for (const { label, kind: what, nominal, exact, simulated, low, high } of answer.rows) {
      const values = [nominal, exact, simulated, low, high].filter((value) => value !== undefined);
      expect(values.length, label).toBeGreaterThan(0);
      for (const value of values) {
        expect(Number.isFinite(value), label).toBe(true);
        if (what === 'probability') expect(value >= 0 && value <= 1, label).toBe(true);
        if (what === 'count') expect(Number.isInteger(value), label).toBe(true);
      }
    }
    for (const sentence of [...answer.variant, answer.sentence]) expect(sentence).toMatch(/^\S.*[.:]$/s);
    expect(JSON.parse(JSON.stringify(answer.numbers))).toEqual(answer.numbers);
  });

  it('gives a design that a scenario takes', () => {
    if (answer.design === undefined) return;
    expect(designSchema.safeParse(answer.design).error?.issues ?? []).toEqual([]);
  });

  it('fits a terminal of 100 columns', () => {
    const text = designText(calculators[kind], answer);
    expect(text).toContain(definition.summary.split(' ')[0]);
    expect(text.split('\n').filter((line) => line.length > 100)).toEqual([]);
  });
});

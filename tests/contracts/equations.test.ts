import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parameterisations } from '../../src/cohort/parameterisations/index.ts';
import type { Equations } from '../../src/numeric/equations.ts';
import { endpoints } from '../../src/outcomes/endpoints/index.ts';
import { latencyKinds, latencyLaws } from '../../src/radiobiology/latency.ts';
import { distributions } from '../../src/random/distributions/index.ts';
import { symbolAt } from '../../src/report/equations/equation-block.ts';
import { parseEquation } from '../../src/report/equations/parse-equation.ts';
import { leafPaths, valueAt } from '../../src/scenario/path.ts';
import { aims } from '../../src/trial/aims/index.ts';
import { claims } from '../../src/trial/claims/index.ts';
import { doseFinding } from '../../src/trial/dose-finding/index.ts';
import { efficacyBounds } from '../../src/trial/efficacy-bounds/index.ts';
import { followUps } from '../../src/trial/follow-up/index.ts';
import { futilityBounds } from '../../src/trial/futility-bounds/index.ts';
import { rules } from '../../src/trial/rules/index.ts';
import { tests } from '../../src/trial/tests/index.ts';
import { timeTests } from '../../src/trial/time-tests/index.ts';
import { markupProblem } from '../fixtures/well-formed.ts';

interface Definition extends Equations {
  readonly parameters: z.ZodType;
  readonly examples: readonly unknown[];
}

const registries: Readonly<Record<string, Readonly<Record<string, Definition>>>> = {
  ...Object.fromEntries(
    Object.values(endpoints).map(({ name, models }) => [
      name,
      models as Readonly<Record<string, Definition>>,
    ]),
  ),
  distributions: distributions as Readonly<Record<string, Definition>>,
  claims,
  aims,
  rules,
  followUps,
  efficacyBounds,
  futilityBounds,
  doseFinding,
};
const cases = Object.entries(registries).flatMap(([registry, entries]) =>
  Object.entries(entries).map(([name, definition]) => ({ title: `${registry}.${name}`, definition })),
);

/** Keys of an object schema that take a number, or hold one further down. */
function numericKeys(schema: z.ZodType): string[] {
  if (!(schema instanceof z.ZodObject)) return [];
  const json = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' });
  return Object.entries(json.properties ?? {})
    .filter(([, property]) => /"type":"(number|integer)"/.test(JSON.stringify(property)))
    .map(([key]) => key);
}

const typesets = (equation: string): string | undefined => markupProblem(parseEquation(equation).source);

describe.each(cases)('$title', ({ definition: { equations, symbols, parameters, examples } }) => {
  it('has equations and symbols that can be set', () => {
    expect(equations.length).toBeGreaterThan(0);
    for (const equation of [...equations, ...Object.values(symbols)])
      expect(typesets(equation)).toBeUndefined();
  });

  it('has a symbol for each of its parameters that holds a number', () => {
    const named = new Set(Object.keys(symbols).map((path) => path.split('.')[0]));
    expect(numericKeys(parameters).filter((key) => !named.has(key) && !named.has('*'))).toEqual([]);
  });

  it('has a symbol for every number of its examples', () => {
    for (const example of examples.map((input) => parameters.parse(input))) {
      const wrapped = { example };
      const numbers = leafPaths(example, 'example').filter(
        (path) => typeof valueAt(wrapped, path) === 'number',
      );
      const bare = numbers.filter(
        (path) => !path.includes('schedule') && symbolAt(symbols, path.split('.').slice(1)) === undefined,
      );
      // A mixture's components have symbols of their own laws
      expect(bare.filter((path) => !/^example\.\d+\.\w+/.test(path))).toEqual([]);
    }
  });
});

const withoutParameters: Readonly<Record<string, { readonly equations: readonly string[] }>> = {
  ...tests,
  ...timeTests,
  ...parameterisations,
};

describe.each(Object.entries(withoutParameters))('%s', (_, { equations }) => {
  it('has equations that can be set', () => {
    expect(equations.length).toBeGreaterThan(0);
    for (const equation of equations) expect(typesets(equation)).toBeUndefined();
  });
});

it.each(Object.entries(parameterisations))('%s has a symbol for each characteristic', (_, one) => {
  expect(Object.keys(one.symbols).sort()).toEqual(Object.keys(one.characteristics).sort());
});

it.each(latencyKinds)('a latency of kind %s has equations that can be set', (kind) => {
  const { equations, symbols } = latencyLaws[kind];
  for (const equation of [...equations, ...Object.values(symbols)])
    expect(typesets(equation)).toBeUndefined();
});

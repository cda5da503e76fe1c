import { describe, expect, it } from 'vitest';
import { claims } from '../../src/trial/claims/index.ts';
import { doseFinding } from '../../src/trial/dose-finding/index.ts';
import { futilityBounds } from '../../src/trial/futility-bounds/index.ts';
import { rules } from '../../src/trial/rules/index.ts';

/** An entry of a registry whose valid parameters may not fit a size: of patients, looks, or levels. */
interface Sized {
  readonly parameters: { parse(given: unknown): unknown };
  problems?(parameters: never, size: number): readonly { readonly key: string; readonly message: string }[];
}
const registries: Record<string, Record<string, unknown>> = { claims, rules, futilityBounds, doseFinding };
const problemsOf = (path: string, given: object, size: number): string[] => {
  const [registry, name] = path.split('.');
  const { parameters, problems } = registries[registry][name] as Sized;
  const found = problems?.(parameters.parse(given) as never, size) ?? [];
  return found.map(({ key, message }) => `${key}: ${message}`);
};

const wounds = { endpoint: 'woundComplication', withinDays: 120 };
const prior = { a: 1, b: 1 };
const toxicity = { ...wounds, prior, limitRate: 0.3, certainty: 0.9 };
const predictive = { ...wounds, prior, target: 0.3, certainty: 0.9, futilityBelow: 0.1 };
const skeleton = { target: 0.25, skeleton: [0.1, 0.25, 0.4] };
const beyond = (size: number) => `a look at 10 patients is beyond the ${size} of the trial`;

describe('parameters that are valid, and a size', () => {
  it.each([
    ['claims.successCount', { ...wounds, nullRate: 0.3, successesAbove: 9 }, 10, []],
    [
      'claims.successCount',
      { ...wounds, nullRate: 0.3, successesAbove: 10 },
      10,
      ['successesAbove: more than 10 successes of 10 are impossible'],
    ],
    ['claims.completion', { ...wounds, limitRate: 0.3 }, 1, []],
    ['rules.toxicityStop', { ...toxicity, looks: [10] }, 10, []],
    ['rules.toxicityStop', { ...toxicity, looks: [10] }, 9, [`looks: ${beyond(9)}`]],
    ['rules.predictiveProbability', { ...predictive, looks: { every: 5 } }, 5, []],
    [
      'rules.predictiveProbability',
      { ...predictive, looks: { every: 5 } },
      4,
      ['looks: no look falls within 4 patients'],
    ],
    [
      'rules.predictiveProbability',
      { ...predictive, looks: { every: 5, to: 10 } },
      9,
      ['looks: looks up to 10 patients are beyond the 9 of the trial'],
    ],
    ['rules.boundary', { ...wounds, looks: [10], failuresAtLeast: [5] }, 9, [`looks: ${beyond(9)}`]],
    ['futilityBounds.fixedZ', { z: 0 }, 1, []],
    ['futilityBounds.fixedZ', { z: [0, 1] }, 3, []],
    ['futilityBounds.fixedZ', { z: [0, 1] }, 2, ['z: 2 futility bounds for 1 interim looks']],
    ['futilityBounds.conditionalPower', { below: 0.1 }, 2, []],
    ['futilityBounds.betaSpending', { spending: 'lanDeMetsPocock' }, 2, []],
    ['doseFinding.threePlusThree', { startLevel: 3 }, 3, []],
    [
      'doseFinding.threePlusThree',
      { startLevel: 3 },
      2,
      ['startLevel: 3 is beyond the 2 levels of the ladder'],
    ],
    [
      'doseFinding.boin',
      { target: 0.3, startLevel: 4 },
      3,
      ['startLevel: 4 is beyond the 3 levels of the ladder'],
    ],
    ['doseFinding.crm', skeleton, 3, []],
    ['doseFinding.crm', skeleton, 2, ['skeleton: 3 rates for a ladder of 2 levels (must be one a level)']],
    [
      'doseFinding.titeCrm',
      { ...skeleton, startLevel: 5 },
      4,
      [
        'skeleton: 3 rates for a ladder of 4 levels (must be one a level)',
        'startLevel: 5 is beyond the 4 levels of the ladder',
      ],
    ],
  ])('%s, %j, %d: %j', (path, given, size, expected) => {
    expect(problemsOf(path, given, size)).toEqual(expected);
  });
});

it('beta spending has the parameters of its function', () => {
  const refused = (given: object) =>
    futilityBounds.betaSpending.parameters
      .safeParse(given)
      .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  expect(refused({ spending: 'hwangShihDeCani', gamma: -2 })).toBeUndefined();
  expect(refused({ spending: 'hwangShihDeCani' })).toEqual([
    'gamma: missing gamma: hwangShihDeCani needs it',
  ]);
  expect(refused({ spending: 'lanDeMetsPocock', rho: 2 })).toEqual([
    'rho: rho does nothing beside lanDeMetsPocock',
  ]);
});

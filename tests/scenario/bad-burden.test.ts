import { describe, expect, it } from 'vitest';
import { readScenario } from '../../src/scenario/read-scenario.ts';
import { scenarioHash, writeScenario } from '../../src/scenario/write-scenario.ts';
import { BURDEN } from '../engine/burden/burden-text.ts';
import { refusalOfText } from '../fixtures/refusal.ts';

const refusalWith = (before: string, after: string): string[] => {
  expect(BURDEN).toContain(before);
  return refusalOfText(BURDEN.replace(before, after));
};

describe('a burden that is wrong', () => {
  it.each([
    [
      'costPerFraction: 240',
      'costPerFraction: -1',
      'x.yaml:15:20  invalid costPerFraction: -1 (must be >= 0)',
    ],
    ['currency: EUR', 'curency: EUR', 'did you mean currency?'],
    [
      '{ experimental: { machine',
      '{ experimentel: { machine',
      'unknown arm: experimentel (did you mean experimental?)',
    ],
    ['woundComplication: 12000', 'woundComplicaton: 12000', 'did you mean woundComplication?'],
    [
      'woundComplication: 12000',
      'fibrosis: 1',
      'x.yaml:17:29  the burden looks at fibrosis, but the truth has no model of it',
    ],
    [
      'currency: EUR',
      'currency: EUR\n  endpoint: fracture',
      'the burden looks at fracture, but the truth has no model of it',
    ],
    [
      'costPerFraction: 240',
      'costPerFraction: 1e308',
      'invalid costPerFraction: 1e+308 (must be <= 1000000000)',
    ],
    ['oneWayKm: 20', 'oneWayKm: -20', 'invalid oneWayKm: -20 (must be >= 0)'],
    ['oneWayKm: 20', 'oneWayKm: 1e10', 'invalid oneWayKm: 10000000000 (must be <= 1000000000)'],
    [
      'oneWayKm: 20',
      'oneWayKm: { normal: { mean: 20, sd: 9 } }',
      'invalid oneWayKm: the law reaches -56.5 (must be >= 0; add within)',
    ],
    [
      'currency: EUR',
      'currency: EUR\n  endpoint: localControll',
      'unknown endpoint: localControll (did you mean localControl?)',
    ],
    ['[0, 100000, 300000]', '[0, 3, 2]', 'needs rising values'],
    [
      'control: { schedule: 25 x 2 Gy }',
      'control: {}',
      'missing schedule: the burden counts visits and fractions',
    ],
  ])('%s as %s', (before, after, said) => {
    expect(refusalWith(before, after).join('\n')).toContain(said);
  });

  it.each([
    [
      'uncertainty.burden.costPerFraction={ normal: { mean: 240, sd: 60 } }',
      'must be >= 0): the law reaches it; add within',
    ],
    ['uncertainty.burden.costPerFractoin={ uniform: { min: 1, max: 2 } }', 'did you mean costPerFraction?'],
    [
      'uncertainty.burden.planning={ uniform: { min: 1, max: 2 } }',
      'burden.planning is no number that the burden states',
    ],
    ['uncertainty.cost={ uniform: { min: 1, max: 2 } }', 'an uncertain path begins with truth. or burden.'],
    [
      'sensitivity.burden.costPerFraction={ uniform: { min: 1, max: 2 } }',
      'power hangs on nothing of the burden',
    ],
    ['truths.dear={ burden.costPerFraction: -1 }', 'invalid costPerFraction: -1 (must be >= 0)'],
    ['truths.dear={ burden.costPerEvent.fibrosis: 1 }', 'the truth has no model of it'],
    ['truths.dear={ burden.endpoint: woundComplication }', 'burden.endpoint is what the answer is told by'],
    ['truths.dear={ "burden.": 1 }', 'invalid path: burden.'],
    ['truths.dear={ burden.byArm.experimentel.costPerFraction: 1 }', 'unknown arm: experimentel'],
    [
      'uncertainty.burden.willingnessToPay.1={ uniform: { min: 1, max: 2 } }',
      'is the same in every truth and world',
    ],
    [
      'uncertainty.burden.byArm.experimental.costPerFraction={ uniform: { min: 1, max: 2 } }',
      'state it, and its law here',
    ],
    [
      'uncertainty.burden.planning.visits={ uniform: { min: 1, max: 2.5 } }',
      'whole number): the law reaches it; give whole numbers to truths or a sweep instead',
    ],
    [
      'uncertainty.burden.costPerFraction={ categorical: { a: 0.5, b: 0.5 } }',
      'a categorical law has no values to set',
    ],
    ['truths.dear={ cost: 1 }', 'a truth’s paths begin with truth. or burden.'],
    [
      'uncertainty.both={ draws: { burden.costPerFraction: [1, -2], truth.localControl.control: [0.9, 0.8] } }',
      'draw 2 is no burden',
    ],
  ])('%s', (set, said) => {
    const lines = refusalOfText(BURDEN, set);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(said);
  });

  it('asks for a burden before it is uncertain', () => {
    const none = BURDEN.replace(/burden:\n(?: .*\n)+/, '');
    expect(
      refusalOfText(none, 'uncertainty.burden.costPerFraction={ uniform: { min: 1, max: 2 } }').join('\n'),
    ).toContain('the scenario states no burden');
  });

  it('reads back from the resolved scenario to the same', async () => {
    const { scenario } = readScenario(BURDEN, 'x.yaml');
    const again = readScenario(writeScenario(scenario, 'x'), 'x.yaml').scenario;
    expect(again).toEqual(scenario);
    expect(await scenarioHash(again)).toBe(await scenarioHash(scenario));
  });
});

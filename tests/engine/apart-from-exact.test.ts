import { expect, it } from 'vitest';
import { apartFromExact } from '../../src/engine/apart-from-exact.ts';
import type { TruthResult } from '../../src/engine/result.ts';
import { estimateProportion } from '../../src/numeric/monte-carlo.ts';

const TRIALS = 1000;

/** A truth whose claim succeeds in so many trials, with so many at the margin. */
function truthWith(successes: number, power: number | undefined, atMargin = 50): TruthResult {
  const success = {
    power: estimateProportion(successes, TRIALS, power),
    typeIError: estimateProportion(atMargin, TRIALS, 0.05),
  };
  return {
    name: 'asPlanned',
    arms: [],
    operatingCharacteristics: { ...success, byEndpoint: { localControl: success } },
  } as unknown as TruthResult;
}

it('says which simulated share contradicts its exact value', () => {
  expect(apartFromExact([truthWith(800, 0.9)], TRIALS)).toEqual([
    'under asPlanned, the power is 80 % simulated and 90 % exact, which chance does not explain: one of the two is wrong, please report it',
    'under asPlanned, the power of localControl is 80 % simulated and 90 % exact, which chance does not explain: one of the two is wrong, please report it',
  ]);
  expect(apartFromExact([truthWith(900, 0.9, 120)], TRIALS)).toEqual([
    expect.stringContaining('the type I error is 12 % simulated and 5 % exact'),
    expect.stringContaining('the type I error of localControl'),
  ]);
});

it.each([
  ['near its exact value', 882, 0.9],
  ['without one', 800, undefined],
  ['of nothing where success is rare', 0, 0.004],
  ['of all where failure is rare', 1000, 0.996],
  ['of a few where success is very rare', 2, 0.00001],
])('says nothing of a share %s', (_, successes, power) => {
  expect(apartFromExact([truthWith(successes, power)], TRIALS)).toEqual([]);
});

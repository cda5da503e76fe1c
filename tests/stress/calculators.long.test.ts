import { expect, it } from 'vitest';
import { calculators } from '../../src/trial/calculators/index.ts';
import { calculatorFaults } from '../fixtures/calculator-faults.ts';
import { numbersIn, withNumber } from '../fixtures/numbers-in.ts';

const EXTREMES = [
  ...[0, 1e-300, 1e-9, 1e-3, 0.05, 0.3, 0.5, 0.95, 1 - 1e-9, 1, 1.5, 2, 3, 10, 40, 100, 1e4, 1e6, 1e300],
  ...[-1e-9, -1, -1e6],
];

it.each(Object.keys(calculators))('%s with one number at its limits answers, or says why not', (kind) => {
  const { parameters, examples } = calculators[kind];
  const faults = (examples as object[]).flatMap((example) => {
    // Defaults are numbers too
    const whole = parameters.parse(example) as object;
    return numbersIn(whole).flatMap((path) =>
      EXTREMES.flatMap((value) => calculatorFaults(kind, withNumber(whole, path, value))),
    );
  });
  expect(faults).toEqual([]);
});

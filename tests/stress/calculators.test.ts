import { describe, expect, it } from 'vitest';
import { calculators } from '../../src/trial/calculators/index.ts';
import { calculatorFaults } from '../fixtures/calculator-faults.ts';
import { numbersIn, withNumber } from '../fixtures/numbers-in.ts';

// Few values, and none that a search over many sizes takes long for; all of them in the long test
const EXTREMES = [1e300, 1, 0, 1e-300, -1];
const SLOW = ['historicalControl', 'threshold', 'superiority', 'exactUnconditional', 'simon'];
const quick = Object.keys(calculators).filter((kind) => !SLOW.includes(kind));

describe('calculators with one number at its limits', () => {
  it.each(quick)('%s answers in finite numbers, or says why not', (kind) => {
    const [example] = calculators[kind].examples as object[];
    const faults = numbersIn(example).flatMap((path) =>
      EXTREMES.flatMap((value) => calculatorFaults(kind, withNumber(example, path, value))),
    );
    expect(faults).toEqual([]);
  });

  it.each([
    ['kaplanMeierDifference', { controlRate: 0.93, atYears: 3, margin: 1e-300 }, 'Patients in all'],
    [
      'marginJustification',
      {
        controlRate: 1 - 1e-9,
        surgeryAloneRate: 0.7,
        retained: 0.5,
        controlPatients: 70,
        surgeryAlonePatients: 70,
      },
      'Effect, hazard ratio without it',
    ],
  ])('%s says which figure has no finite value', (kind, input, label) => {
    const { parameters, solve } = calculators[kind];
    expect(() => solve(parameters.parse(input))).toThrow(
      `too extreme: there is no finite value of “${label}”`,
    );
  });
});

import type { Estimate } from '../numeric/monte-carlo.ts';
import { percentWords } from '../trial/percent-words.ts';
import type { OperatingCharacteristics, Success, TruthResult } from './result.ts';

/** Standard errors that no simulated share of trials comes to lie from its exact value by chance: two in a thousand million. */
const MOST_APART = 6;

/** Whether a share of independent trials lies further from its exact value than chance explains, by the larger of both errors. */
function isApart({ estimate, mcse, exact = Number.NaN }: Estimate, trials: number): boolean {
  const expectedError = Math.sqrt((exact * (1 - exact)) / trials);
  return Math.abs(estimate - exact) > MOST_APART * Math.max(mcse, expectedError);
}

/** The powers and type I errors of a truth, in words. */
function* successes({ power, typeIError, byEndpoint, comparisons }: OperatingCharacteristics) {
  const named: [whose: string, Success][] = [
    ['', { power, typeIError }],
    ...Object.entries(byEndpoint).map(([name, own]): [string, Success] => [` of ${name}`, own!]),
    ...Object.entries(comparisons?.byArm ?? {}).map(([name, own]): [string, Success] => [` of ${name}`, own]),
  ];
  for (const [whose, own] of named) {
    yield [`the power${whose}`, own.power] as const;
    yield [`the type I error${whose}`, own.typeIError] as const;
  }
}

/**
 * Simulated powers and type I errors that contradict their exact values: enumeration and simulation count a claim
 * differently, and one of them is wrong.
 *
 * @param trials simulated under each truth
 */
export function apartFromExact(truths: readonly TruthResult[], trials: number): string[] {
  return truths.flatMap(({ name, operatingCharacteristics }) =>
    [...successes(operatingCharacteristics)].flatMap(([what, value]) =>
      isApart(value, trials)
        ? [
            `under ${name}, ${what} is ${percentWords(value.estimate)} simulated and ${percentWords(value.exact!)} exact, which chance does not explain: one of the two is wrong, please report it`,
          ]
        : [],
    ),
  );
}

import type { RunResult } from '../engine/result.ts';
import { comparisonHeadline } from '../report/comparison-headline.ts';
import { comparedQuantities } from '../report/comparison-rows.ts';
import { decidingTypeIError } from '../report/deciding-type-i-error.ts';
import type { NamedResult } from '../report/named-result.ts';
import { known } from '../report/numbers.ts';
import { scenarioDifferences } from '../report/scenario-differences.ts';
import { showValue } from '../report/show-value.ts';

/** A quantity, or a value of the scenario, in each of the settings that are compared. */
export interface ComparedRow {
  readonly label: string;
  /** One a setting. */
  readonly values: readonly string[];
}

/** Settings beside each other, in words. */
export interface Comparison {
  readonly headline: string;
  /** What the trials come to. */
  readonly outcomes: readonly ComparedRow[];
  /** In what the scenarios differ. */
  readonly differences: readonly ComparedRow[];
}

const quantities: typeof comparedQuantities = [
  ...comparedQuantities,
  { label: 'type I error', of: (result: RunResult) => decidingTypeIError(result, result.truths[0]) },
];

/** What the trials of several settings come to, and in what they differ. */
export function compareSettings(results: readonly NamedResult[]): Comparison {
  const outcomes = quantities
    .map(({ label, of }) => ({ label, estimates: results.map(({ result }) => of(result)) }))
    .filter(({ estimates }) => estimates.some((estimate) => estimate !== undefined))
    .map(({ label, estimates }) => ({
      label,
      values: estimates.map((estimate) => (estimate ? known(estimate) : '–')),
    }));
  const differences = scenarioDifferences(results).map(({ path, values }) => ({
    label: path,
    values: values.map((value) => (value === undefined ? '–' : showValue(value))),
  }));
  return { headline: comparisonHeadline(results), outcomes, differences };
}

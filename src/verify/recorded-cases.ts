import { trialCalculators } from './calculators/trial-calculators.ts';
import type { TrialInputs } from './calculators/trial-inputs.ts';
import type { CaseDefinition, Figures } from './case-definition.ts';

/** A value of trial design as its file holds it. */
export interface RecordedValue {
  readonly id: string;
  /** What it is of, where that is a trial. */
  readonly trial?: string;
  /** Names the calculator. */
  readonly method: string;
  readonly inputs: object;
  readonly expected: object;
  readonly tolerance: number | object;
  readonly source: string;
}

/** Cases from recorded values. */
export function recordedCases(values: readonly RecordedValue[]): CaseDefinition[] {
  return values.map(({ id, trial, method, inputs, expected, tolerance, source }) => ({
    id,
    title: trial ?? method,
    source,
    expected: expected as Figures,
    tolerance: tolerance as CaseDefinition['tolerance'],
    compute: () => trialCalculators[method](inputs as TrialInputs),
  }));
}

import type { z } from 'zod';
import type { Equations } from '../../numeric/equations.ts';

/** What the last analysis may wait for; days from the opening of the trial. */
export interface TrialDays {
  /** Day on which the last patient is enrolled. */
  readonly lastEnrolment: number;
  /** Days from enrolment to surgery, from which outcomes are timed. */
  readonly surgeryAfter: number;
  /** Day of the n-th failure that would be seen, n from 1; ∞ where there are fewer. */
  dayOfFailure(n: number): number;
}

/** How long patients are followed, and when the last analysis comes. */
export interface FollowUp {
  /** In words. */
  readonly sentence: string;
  /** Most years from surgery for which a patient is followed; absent where patients are followed up to the analysis. */
  readonly perPatientYears?: number;
  /** Years from opening by which the last analysis has come, whatever is seen; absent where accrual decides. */
  readonly withinYears?: number;
  /** Years for which the last patient is followed; absent where that is left to chance. */
  readonly leastYears?: number;
  /** Failures that the last analysis waits for; absent where it does not. */
  readonly events?: number;
  /** Day of the last analysis. */
  analysisDay(days: TrialDays): number;
}

/** One entry of the registry of follow-up rules. */
export interface FollowUpDefinition<Parameters extends z.ZodType = z.ZodType> extends Equations {
  readonly summary: string;
  readonly parameters: Parameters;
  readonly examples: readonly z.input<Parameters>[];
  create(parameters: z.output<Parameters>): FollowUp;
}

/** Keeps the parameters' type within a definition; the registry holds them untyped. */
export function defineFollowUp<Parameters extends z.ZodType>(
  definition: FollowUpDefinition<Parameters>,
): FollowUpDefinition {
  return definition as unknown as FollowUpDefinition;
}

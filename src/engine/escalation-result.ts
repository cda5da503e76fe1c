import type { Estimate } from '../numeric/monte-carlo.ts';
import type { EndpointName } from '../outcomes/endpoints/definition.ts';
import type { DoseFindingName } from '../trial/dose-finding/index.ts';
import type { PlanFigures } from '../trial/escalation/escalation-figures.ts';
import type { CommonResult } from './common-result.ts';
import type { TruthResult } from './result.ts';

/** What the second phase of a plan does. */
export interface ExpansionResult {
  /** Probability that the claim passes. */
  readonly passes: Estimate;
  /** Probability that it passes at a level that is not acceptable. */
  readonly passesTooToxic: Estimate;
  /** Expected patients of it, and those of them with a toxicity by the horizon. */
  readonly patients: Estimate;
  readonly harmed: Estimate;
}

/** What a method with a window does under one truth. */
export interface PlanResult extends PlanFigures<Estimate> {
  readonly name: string;
  readonly method: DoseFindingName;
  readonly windowMonths: number;
  /** Rates of toxicity within the window by level: what the method can see. */
  readonly withinWindow: readonly number[];
  /** Probability that the safety rule ends the trial. */
  readonly stoppedForSafety: Estimate;
  /** From the opening to the last decision. */
  readonly months: { readonly mean: Estimate; readonly median: Estimate; readonly upperDecile: Estimate };
  readonly expansion?: ExpansionResult;
}

/** What dose escalation does under one truth. */
export interface EscalationTruthResult {
  readonly name: string;
  readonly arms: TruthResult['arms'];
  /** Rates of toxicity by the horizon, by level. */
  readonly byHorizon: readonly number[];
  /** Whether rates are exact; else they rest on a reference sample. */
  readonly isExact: boolean;
  /** The highest acceptable level, counted from 1; 0 where none is. */
  readonly rightLevel: number;
  readonly operatingCharacteristics: {
    /** Probability that the first plan recommends the highest acceptable level. */
    readonly power: Estimate;
  };
  readonly plans: readonly PlanResult[];
}

/** Dose escalation in the words and numbers that reports need. */
export interface EscalationSummary {
  readonly toxicity: readonly EndpointName[];
  readonly horizonMonths: number;
  readonly acceptableRate: number;
  readonly perMonth: number;
  readonly safety: string | null;
  readonly expansion: string | null;
}

/** What a run of a scenario with dose escalation answers: a pure function of version and resolved scenario. */
export interface EscalationResult extends CommonResult {
  readonly escalation: EscalationSummary;
  readonly truths: readonly EscalationTruthResult[];
}

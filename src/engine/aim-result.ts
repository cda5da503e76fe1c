import type { Estimate } from '../numeric/monte-carlo.ts';
import type { EndpointName } from '../outcomes/endpoints/definition.ts';
import type { SetName } from '../trial/aims/definition.ts';
import type { EffectEvent } from '../trial/alpha-beta/wrong-sign.ts';
import type { CommonResult } from './common-result.ts';
import type { Histogram, TruthResult } from './result.ts';

/** A simulated number, with what normal approximation expects beside it where it expects something. */
export interface WithExpected extends Estimate {
  readonly expected?: number;
}

/** How often sets of one kind hold what they should, and how wide they are. */
export interface SetSummary {
  /** Share of estimates whose set has two ends. */
  readonly bounded: WithExpected;
  /** Share of sets, bounded or not, that hold the true α/β; absent where there is none. */
  readonly coverage?: Estimate;
  /** The same of the bounded ones; absent where none is. */
  readonly coverageWhereBounded?: Estimate;
  /** Share of sets that hold what the estimate tends to with ever more patients. */
  readonly coverageOfLimit?: Estimate;
  /** In Gy, of the bounded ones: their mean is without limit. Absent where none is bounded. */
  readonly medianWidthGy?: WithExpected;
}

/** What an arm costs, and where it lies. */
export interface ArmFailures {
  readonly name: string;
  /** Σd and Σd² of the schedule. */
  readonly doseGy: number;
  readonly doseSquaredGy2: number;
  /** Patients expected to have the bad event, evaluable or not. */
  readonly failures: Estimate;
  /** How many more than if the arm had the control’s rate. */
  readonly aboveControl: Estimate;
  /** The same of the patients that are analysed, as expected. */
  readonly analysedFailures: number;
  readonly analysedPatients: number;
}

/** How a trial estimates α/β under one truth. All shares but that of the estimable are of estimates. */
export interface Estimation {
  /** In Gy: of every patient, or the median of a cohort where it varies; null where the truth has no α/β. */
  readonly trueGy: number | null;
  readonly isMedian: boolean;
  /** In Gy: what the estimate tends to with ever more patients; null where a rate is 0 or 1. */
  readonly limitGy: number | null;
  /** ln h as the expected counts give it; null where there is no limit. */
  readonly expected: {
    readonly intercept: number;
    readonly perGy: number;
    readonly perGy2: number;
    /** In Gy, by the delta method from the expected failures. */
    readonly standardErrorGy: number;
  } | null;
  /** Share of replicates that have an estimate. */
  readonly estimable: Estimate;
  /** In Gy, of all estimates, of which the mean has no limit; null where there is none. */
  readonly estimates: {
    readonly median: Estimate;
    readonly medianBias?: Estimate;
    /** Quantiles by their probability. */
    readonly quantiles: readonly { readonly probability: number; readonly value: Estimate }[];
    /** Half the distance between the quantiles that lie one standard deviation from the median in a normal law. */
    readonly spread: WithExpected;
    /** Median of the standard errors that the replicates state. */
    readonly statedError: WithExpected;
    readonly histogram: Histogram & { readonly below: number; readonly above: number };
  } | null;
  /** In Gy, of estimates that bound α/β (see `power`); null where there are fewer than two. */
  readonly bounding: {
    readonly mean: Estimate;
    readonly bias?: Estimate;
    readonly standardDeviation: WithExpected;
  } | null;
  readonly sets: Readonly<Record<SetName | 'delta', SetSummary>> | null;
  /** Share of estimates with the wrong sign of each coefficient, of either, and of the slope g1 + 2·g2; null without estimates. */
  readonly wrongSign: {
    readonly perGy: WithExpected;
    readonly perGy2: WithExpected;
    readonly either: Estimate;
    readonly slopePerGyEqd2: WithExpected;
  } | null;
  readonly arms: readonly ArmFailures[];
}

/** An aim in the words and numbers that reports need. */
export interface AimSummary {
  readonly name: 'alphaBeta';
  readonly endpoint: EndpointName;
  readonly time: number;
  readonly event: EffectEvent;
  readonly level: number;
  readonly primary: SetName;
  readonly sentence: string;
}

/** What a trial with an aim does under one truth. */
export interface AimTruthResult {
  readonly name: string;
  readonly arms: TruthResult['arms'];
  readonly operatingCharacteristics: {
    /** Share of replicates whose primary set has two ends, with both coefficients of the right sign. */
    readonly power: WithExpected;
  };
  readonly estimation: Estimation;
}

/** What a run of a scenario with an aim answers: a pure function of version and resolved scenario. */
export interface AimResult extends CommonResult {
  readonly aim: AimSummary;
  readonly truths: readonly AimTruthResult[];
}

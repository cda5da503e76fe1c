import type { EndpointName } from '../../outcomes/endpoints/definition.ts';

/** Two arms as an analysis is sized for them; rates are of the endpoint's event. */
export interface PlannedComparison {
  readonly endpoint: EndpointName;
  /** The endpoint's time, in years. */
  readonly atYears: number;
  readonly controlRate: number;
  readonly experimentalRate: number;
  /** Above 0 for non-inferiority, 0 for superiority. */
  readonly margin: number;
  /** The margin as a hazard ratio, where it is that which leads. */
  readonly hazardRatio?: number;
  readonly oneSidedAlpha: number;
  /** Experimental patients for each control patient. */
  readonly allocation: number;
}

/** How patients come and are followed, where times decide. */
export interface PlannedFollowUp {
  readonly accrualYears: number;
  readonly followUpYears: number;
  /** Probability of being lost by `lossByYears`. */
  readonly loss?: number;
  readonly lossByYears?: number;
}

/** What one analysis needs for a power; all sizes are of patients in both arms. */
export interface Analysis {
  readonly name: string;
  /** In running text. */
  readonly label: string;
  readonly decidedBy: 'counts' | 'times';
  /** By the usual formula; absent where it has no answer, as the note says. */
  readonly formula?: {
    readonly label: string;
    readonly unrounded: number;
    readonly patients: number;
    /** Failures of both arms, where times decide, unrounded. */
    readonly events?: number;
  };
  /** By enumeration: sizes by search; power and type I error with the formula's patients. */
  readonly exact?: {
    readonly smallest: number;
    /** From here on every size has the power, as far as was searched. */
    readonly lasting?: number;
    readonly power: number;
    readonly typeIError: number;
    readonly worstTypeIError: number;
  };
  readonly note?: string;
}

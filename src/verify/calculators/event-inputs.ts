/** Inputs of a recorded value of a time to an event, under the names of its file; each method has some of them. */
export interface EventInputs {
  readonly hazardRatio: number;
  readonly nullHazardRatio: number;
  /** Experimental patients for each control patient; 1 where absent. */
  readonly allocation?: number;
  readonly difference: number;
  /** Of an exponential control arm. */
  readonly medianYears: number;
  readonly atYears: number;
  readonly accrualYears?: number;
  readonly followUpYears?: number;
  readonly perPatientYears?: number;
  /** Probability of a loss by `lossByYears`. */
  readonly loss?: number;
  readonly lossByYears?: number;
  readonly competing?: number;
  readonly hazardRatioMargin?: number;
  readonly total?: number;
  readonly hazardPerYear: number;
  readonly competingHazardPerYear: number;
  /** Arms of a trial, and the share of its patients that it plans to lose. */
  readonly arms: number;
  readonly lostShare: number;
}

/** What normal approximation says of a claim on times, without looks. */
export interface TimesApproximation {
  readonly power: number;
  readonly typeIError: number;
  /** Failures expected by the last analysis, both arms. */
  readonly failures: number;
  /** Months from opening to the last analysis. */
  readonly months: number;
}

/** Outcomes of one arm of one replicate; buffers are reused by the next. */
export interface ArmOutcomes {
  /** events[e][i]: whether patient i had endpoint e's event by its time. */
  readonly events: readonly Uint8Array[];
  /** The same with endpoint e drawn at its margin; empty where no shift was given. */
  readonly marginEvents: readonly Uint8Array[];
  /** failureYears[e][i]: years from surgery to the failure of endpoint e, ∞ where it never comes; empty without latency. */
  readonly failureYears: readonly Float64Array[];
  /** The same with endpoint e at its margin; empty where these were not asked for. */
  readonly marginFailureYears: readonly Float64Array[];
  /** Years from surgery to death and to metastasis; empty where nothing competes. */
  readonly deathYears: Float64Array;
  readonly metastasisYears: Float64Array;
  /** Whether patient i can be evaluated. */
  readonly evaluable: Uint8Array;
  /** Counts of local failure, death and metastasis in the order of `competingCounts`; empty where nothing competes. */
  readonly competing: readonly number[];
}

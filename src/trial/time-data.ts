/** How the observation of a patient ended. */
export const CENSORED = 0;
export const FAILURE = 1;
export const COMPETING = 2;

/**
 * Patients of both arms at an analysis, by rising time; at the same time failures come before competing events, these
 * before censorings.
 */
export interface TimeData {
  /** Patients used; the buffers may be longer. */
  readonly size: number;
  /** Years under observation, >= 0. */
  readonly years: Float64Array;
  /** 0 censored, 1 failure, 2 competing event. */
  readonly status: Uint8Array;
  /** 0 control, 1 experimental. */
  readonly arm: Uint8Array;
}

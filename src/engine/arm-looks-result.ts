import type { Estimate } from '../numeric/monte-carlo.ts';

/** How one arm leaves the trial before its end, by interim look. */
export interface ArmLooksSummary {
  /** Dropped at this look. */
  readonly dropped: readonly Estimate[];
  /** Dropped at some look. */
  readonly droppedInAll: Estimate;
  /** Shown at this look. */
  readonly shown: readonly Estimate[];
  /** Shown at some look before the end. */
  readonly shownInAll: Estimate;
}

/** How the arms of a trial leave it at looks. */
export interface ArmLooksResult {
  /** Interim looks. */
  readonly looks: readonly {
    readonly informationFraction: number;
    /** Patients whom the look sees of each arm that is left, by arm. */
    readonly patients: Readonly<Record<string, number>>;
    /** Months from opening to the look, of trials that hold it; null where fewer than two do, absent where accrual is not stated. */
    readonly months?: Estimate | null;
  }[];
  /** By experimental arm. */
  readonly byArm: Readonly<Record<string, ArmLooksSummary>>;
  /** Patients enrolled by the end of the trial, by arm, the control among them. */
  readonly expectedPatients: Readonly<Record<string, Estimate>>;
}

/** The patients whom a simulated trial can treat: those of a level in its own order, whatever the method. */
export interface LadderPatients {
  /** By level and patient: days from the start of treatment to the first toxicity, ∞ where none comes. */
  readonly toxicDays: readonly Float64Array[];
  /** The same to the grave event of the safety rule; empty without one. */
  readonly graveDays: readonly Float64Array[];
  /** Whether the event that the expansion counts happens, by level and patient; empty without one. */
  readonly expansionEvents: readonly Uint8Array[];
  /** Days for which the trial waits for its k-th patient once it is open. */
  readonly gapDays: Float64Array;
}

/** One treated patient. */
export interface TreatedPatient {
  readonly level: number;
  /** Position among the patients of the level. */
  readonly position: number;
  /** Day of the start of treatment, from the opening of the trial. */
  readonly day: number;
}

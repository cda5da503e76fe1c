/** What the trials of one plan came to, one row a replicate; columns by level have the level last. */
export interface PlanColumns {
  /** The level recommended, counted from 1; 0 where none is. */
  readonly recommended: Uint8Array;
  /** Patients before the expansion, by level. */
  readonly treated: Uint16Array;
  /** Of them, those with a toxicity within the window, by level. */
  readonly toxic: Uint16Array;
  /** Of them, those with one by the horizon, by level. */
  readonly harmed: Uint16Array;
  readonly isStoppedForSafety: Uint8Array;
  /** Days from the opening to the last decision. */
  readonly days: Float64Array;
  /** Patients of the expansion, those of them with a toxicity by the horizon, and whether its claim passes; absent without one. */
  readonly expansion?: {
    readonly treated: Uint16Array;
    readonly harmed: Uint16Array;
    readonly passes: Uint8Array;
  };
}

/** Empty columns of a plan for so many replicates on a ladder of so many levels. */
export function createPlanColumns(rows: number, levels: number, hasExpansion: boolean): PlanColumns {
  const byLevel = (): Uint16Array => new Uint16Array(rows * levels);
  return {
    recommended: new Uint8Array(rows),
    treated: byLevel(),
    toxic: byLevel(),
    harmed: byLevel(),
    isStoppedForSafety: new Uint8Array(rows),
    days: new Float64Array(rows),
    ...(hasExpansion && {
      expansion: {
        treated: new Uint16Array(rows),
        harmed: new Uint16Array(rows),
        passes: new Uint8Array(rows),
      },
    }),
  };
}

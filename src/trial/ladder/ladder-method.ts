import type { LadderState } from './ladder-state.ts';

/** Why a ladder ends: the lowest level is too toxic, all patients are treated, a level has enough, the level is found. */
export type LadderEnd = 'tooToxic' | 'maximumSize' | 'enoughAtLevel' | 'levelFound';

/** What a method says: so many patients at a level next, or the end. Levels count from 0. */
export type LadderDecision =
  | { readonly kind: 'treat'; readonly level: number; readonly patients: number }
  /** Without a recommended level none is safe. */
  | { readonly kind: 'stop'; readonly reason: LadderEnd; readonly recommended?: number };

/** A method of dose finding on a ladder of known length; it holds no truth and no randomness. */
export interface LadderMethod {
  /** Levels of the ladder. */
  readonly levels: number;
  /** Patients at most. */
  readonly maximumSize: number;
  /** What is done next, by what is known now. @throws RangeError if windows must be over that are not */
  decide(state: LadderState): LadderDecision;
  /** The level that would be recommended if the trial ended now, counted from 0; undefined where none is safe. */
  recommend(state: LadderState): number | undefined;
}

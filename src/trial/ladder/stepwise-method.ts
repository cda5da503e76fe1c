import type { Elimination } from './elimination.ts';
import type { LadderMethod } from './ladder-method.ts';
import { type LadderState, patientsOf } from './ladder-state.ts';

/** What a method does between its first group and its end. */
export interface Steps {
  readonly levels: number;
  /** Counted from 0. */
  readonly startLevel: number;
  readonly groupSize: number;
  readonly maximumSize: number;
  /** The trial ends where the next group would stay at a level that has so many; never without it. */
  readonly stopAtSize?: number | undefined;
  readonly eliminate: Elimination;
  /** The level of the next group, before levels that are eliminated are left out; `below` of them are left, at least 1. */
  propose(state: LadderState, below: number): number;
  /** The level to recommend among the lowest `below`, at least 1; undefined where nobody was treated there. */
  recommend(state: LadderState, below: number): number | undefined;
}

/**
 * A method that treats groups of one size until all patients are treated, the lowest level is eliminated, or a level has
 * enough.
 */
export function stepwiseMethod(steps: Steps): LadderMethod {
  const { levels, startLevel, groupSize, maximumSize, stopAtSize = Infinity, eliminate } = steps;
  const recommend = (state: LadderState): number | undefined => {
    const below = eliminate(state);
    return below === 0 ? undefined : steps.recommend(state, below);
  };
  const stop = (reason: 'maximumSize' | 'enoughAtLevel', state: LadderState) => {
    const recommended = recommend(state);
    return { kind: 'stop', reason, ...(recommended !== undefined && { recommended }) } as const;
  };
  return {
    levels,
    maximumSize,
    decide: (state) => {
      const below = eliminate(state);
      if (below === 0) return { kind: 'stop', reason: 'tooToxic' };
      const patients = Math.min(groupSize, maximumSize - patientsOf(state));
      if (patients <= 0) return stop('maximumSize', state);
      if (state.last === undefined) return { kind: 'treat', level: startLevel, patients };
      const level = Math.min(steps.propose(state, below), below - 1);
      if (level === state.last.level && state.treated[level] >= stopAtSize)
        return stop('enoughAtLevel', state);
      return { kind: 'treat', level, patients };
    },
    recommend,
  };
}

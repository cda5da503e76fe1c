import type { LadderDecision, LadderMethod } from './ladder-method.ts';
import type { LadderState } from './ladder-state.ts';
import { requireComplete } from './require-complete.ts';

/** Patients of a first group at a level, and with its second; toxicities that end a level. */
const [FIRST, BOTH, TOO_MANY] = [3, 6, 2];

/** A 3+3 design. */
export interface RuleOfSixSpec {
  /** Counted from 1. */
  readonly startLevel: number;
  /** Whether a level is recommended only after six patients. */
  readonly sixAtRecommended: boolean;
}

/**
 * The 3+3 design on a ladder of so many levels: up after 0 of 3 or 1 of 6, three more after 1 of 3, down after 2.
 *
 * @see Storer 1989, Biometrics 45:925; Lin & Shih 2001, Biostatistics 2:203
 */
export function ruleOfSix({ startLevel, sixAtRecommended }: RuleOfSixSpec, levels: number): LadderMethod {
  const needed = sixAtRecommended ? BOTH : FIRST;
  const isTooToxic = ({ toxic }: LadderState, level: number): boolean => toxic[level] >= TOO_MANY;
  const isClear = ({ treated, toxic }: LadderState, level: number): boolean =>
    toxic[level] === 0 ? treated[level] >= FIRST : toxic[level] < TOO_MANY && treated[level] >= BOTH;

  const recommend = (state: LadderState): number | undefined => {
    const beyond = state.toxic.findIndex((_, level) => isTooToxic(state, level));
    const level = state.toxic.findLastIndex((_, at) => (beyond < 0 || at < beyond) && isClear(state, at));
    return level < 0 ? undefined : level;
  };
  const found = (recommended: number): LadderDecision => ({
    kind: 'stop',
    reason: 'levelFound',
    recommended,
  });
  const fill = (state: LadderState, level: number, upTo: number): LadderDecision => ({
    kind: 'treat',
    level,
    patients: upTo - state.treated[level],
  });
  /** A level with nothing allowed above it. */
  const settle = (state: LadderState, level: number): LadderDecision => {
    if (state.treated[level] < FIRST) return fill(state, level, FIRST);
    if (!isClear(state, level)) return fill(state, level, BOTH);
    return state.treated[level] >= needed ? found(level) : fill(state, level, needed);
  };
  return requireComplete({
    levels,
    maximumSize: BOTH * levels,
    decide: (state) => {
      if (state.last === undefined) return fill(state, startLevel - 1, FIRST);
      const { level } = state.last;
      if (isTooToxic(state, level))
        return level === 0 ? { kind: 'stop', reason: 'tooToxic' } : settle(state, level - 1);
      const isLast = level + 1 === levels || isTooToxic(state, level + 1);
      return isLast || !isClear(state, level) ? settle(state, level) : fill(state, level + 1, FIRST);
    },
    recommend,
  });
}

import { type PathLaw, pathLaw } from '../../numeric/path-law.ts';
import type { BoundRule, BoundsPlan } from '../efficacy-bounds/definition.ts';
import type { FutilityBound } from '../futility-bounds/definition.ts';
import { upperBoundOf } from './bound-at-probability.ts';

/** What bounds are wanted for. */
export interface BoundsQuestion extends BoundsPlan {
  readonly rule: BoundRule;
  readonly futility?: FutilityBound | undefined;
  /** Whether the level counts on the futility bounds being followed. */
  readonly isBinding: boolean;
  /** Mean of the score at the planned information, where the trial has its power. */
  readonly drift: number;
}

/** Bounds on the normal score by look. */
export interface SolvedBounds {
  readonly upper: readonly number[];
  /** The last planned look's is its upper one; −∞ where there is no futility bound. */
  readonly lower: readonly number[];
  /** Level spent up to each look, by what the level counts on. */
  readonly spent: readonly number[];
}

/** How looks are walked through. */
export interface Walk {
  /** The last look's efficacy bound, as far as interim bounds go by it. */
  readonly planned?: number;
  /** The last look's efficacy bound where it is given; else it takes all that is left of the level. */
  readonly last?: number | undefined;
  /** Fractions of the planned information at the looks held; as planned unless given. */
  readonly observed?: readonly number[];
}

/**
 * Takes looks one after another and places each one's bounds; a futility bound that would lie above the efficacy bound is
 * cut to it.
 */
export function walkBounds(
  question: BoundsQuestion,
  { planned = Number.NaN, last, observed = question.fractions }: Walk,
): SolvedBounds {
  const { fractions, oneSidedAlpha, rule, futility, isBinding, drift } = question;
  const [upper, lower, spent]: number[][] = [[], [], []];
  let nullLaw = pathLaw(0, observed[0]);
  let driftLaw = pathLaw(drift, observed[0]);
  let [level, futile] = [0, 0];
  const efficacyAt = (look: number): number => {
    if (look === fractions.length - 1) return last ?? upperBoundOf(nullLaw, oneSidedAlpha - level);
    if (rule.kind === 'shape') return rule.interim(fractions[look], planned);
    return upperBoundOf(nullLaw, rule.spent(observed[look], oneSidedAlpha) - level);
  };
  const futilityAt = (look: number, law: PathLaw): number => {
    if (!futility) return -Infinity;
    if (look === fractions.length - 1) return upper[look];
    const fraction = observed[look];
    const bound = futility.interim({ look, fraction, drift, finalEfficacy: planned, law, spent: futile });
    return Math.min(bound, upper[look]);
  };
  for (let look = 0; look < observed.length; look++) {
    if (look > 0) {
      const floor = isBinding ? lower[look - 1] : -Infinity;
      nullLaw = nullLaw.continuing(floor, upper[look - 1], observed[look]);
      if (futility) driftLaw = driftLaw.continuing(lower[look - 1], upper[look - 1], observed[look]);
    }
    upper[look] = efficacyAt(look);
    lower[look] = futilityAt(look, driftLaw);
    level += nullLaw.above(upper[look]);
    if (futility) futile += driftLaw.below(lower[look]);
    spent[look] = level;
  }
  return { upper, lower, spent };
}

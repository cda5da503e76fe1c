import { largestStep } from './largest-step.ts';

/** Levels are looked for to so many digits of the target, as a protocol states them. */
const DIGITS = 4;

/** Levels as a protocol states them, a ten-thousandth to a thousandth of the target apart. */
export interface LevelSteps {
  /** Steps that make up 1. */
  readonly perOne: number;
  /** Most steps that stay below the levels that are not looked at. */
  readonly most: number;
  /** Steps of the target itself. */
  readonly target: number;
  level(steps: number): number;
}

/**
 * The levels below `most` to the fourth digit of a target.
 *
 * @throws RangeError if the target is not in (0, 1)
 */
export function levelSteps(target: number, most: number): LevelSteps {
  if (!(target > 0 && target < 1)) throw new RangeError(`invalid target: ${target} (must be in (0, 1))`);
  const perOne = Number(`1e${DIGITS - 1 - Math.floor(Math.log10(target))}`);
  return {
    perOne,
    most: Math.ceil(most * perOne) - 1,
    target: Math.round(target * perOne),
    // A quotient: a product of steps would end in digits that nobody states
    level: (steps) => steps / perOne,
  };
}

/**
 * The largest level below `most`, to the fourth digit of the target, whose type I error stays within the target; undefined
 * where no level does.
 *
 * @param typeIErrorAt falls nowhere as the level rises: what a lower level rejects, a higher one does too
 * @param target in (0, 1)
 * @throws RangeError if the target is not in (0, 1)
 */
export function largestLevel(
  typeIErrorAt: (level: number) => number,
  target: number,
  most: number,
): number | undefined {
  const steps = levelSteps(target, most);
  const holds = (count: number): boolean => typeIErrorAt(steps.level(count)) <= target;
  const found = largestStep(holds, steps.most, steps.target);
  return found === 0 ? undefined : steps.level(found);
}

/** Levels are looked for in steps of a ten-thousandth to a thousandth of the target: four digits, as a protocol states them. */
const DIGITS = 4;

/** The step in which levels are stated: the fourth digit of the target. @param target in (0, 1) */
export function levelStep(target: number): number {
  return Number(`1e${Math.floor(Math.log10(target)) - DIGITS + 1}`);
}

/**
 * The largest level, in steps of {@link levelStep}, whose type I error stays within the target; undefined where not even one
 * step does.
 *
 * @param typeIErrorAt falls nowhere as the level rises: what a lower level rejects, a higher one does too
 * @param target in (0, 1)
 * @param most levels from here on are not looked at
 * @throws RangeError if the target is not in (0, 1)
 */
export function largestLevel(
  typeIErrorAt: (level: number) => number,
  target: number,
  most: number,
): number | undefined {
  if (!(target > 0 && target < 1)) throw new RangeError(`invalid target: ${target} (must be in (0, 1))`);
  const step = levelStep(target);
  // A quotient of steps: the product would end in digits that nobody states
  const perOne = Math.round(1 / step);
  const level = (steps: number): number => steps / perOne;
  const holds = (steps: number): boolean => typeIErrorAt(level(steps)) <= target;
  let [low, high] = [0, Math.ceil(most * perOne)];
  // Most levels lie near the target
  for (let guess = Math.round(target * perOne); high - low > 1; guess = Math.floor((low + high) / 2)) {
    if (guess <= low || guess >= high) continue;
    if (holds(guess)) low = guess;
    else high = guess;
  }
  return low === 0 ? undefined : level(low);
}

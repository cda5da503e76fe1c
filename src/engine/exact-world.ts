import { ImpossibleWorld } from '../scenario/impossible-world.ts';
import type { KnownTruth, Trial } from '../scenario/trial.ts';
import type { WorldDraw } from '../scenario/truth-specs.ts';

/** A world whose rates are not exact: no integral over the worlds is, then. */
class InexactWorld extends Error {}

/** What `compute` finds; undefined where the far ends of the laws make a world impossible, or rates are not exact. */
export function overExactWorlds<T>(compute: () => T): T | undefined {
  try {
    return compute();
  } catch (error) {
    if (error instanceof ImpossibleWorld || error instanceof InexactWorld) return undefined;
    throw error;
  }
}

/** The truth of a world whose rates are exact. @throws an error that {@link overExactWorlds} takes */
export function exactWorld(trial: Trial, draw: WorldDraw): KnownTruth {
  const known = trial.truthInWorld(draw);
  if (!known.rates.exact) throw new InexactWorld();
  return known;
}

/** A smaller slack is a rounding error of a truth that lies exactly at the margin. */
const ROUNDING = 1e-12;

/** A slack without its rounding error. */
export const roundedSlack = (slack: number): number => (Math.abs(slack) < ROUNDING ? 0 : slack);

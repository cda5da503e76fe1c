import type { Path } from '../../scenario/path.ts';
import type { claims } from '../../trial/claims/index.ts';
import { armSizes, type StatedEntry } from '../../trial/design.ts';
import type { DesignSpec } from '../../trial/design-schema.ts';
import { levelSteps } from '../../trial/threshold/largest-level.ts';

/** What decides how strict a claim is, as a scenario states it, and the values that it may take. */
export interface StatedThreshold {
  readonly path: Path;
  readonly stated: number;
  /** Values from the strictest on, by steps from 1 to `most`. */
  readonly most: number;
  /** Where the search begins. */
  readonly guess: number;
  value(steps: number): number;
}

/** At levels of a half and above an estimate on the border would pass. */
const MOST_LEVEL = 0.5;

/** By key of a claim's parameters, the values from the strictest on. */
const kinds: Readonly<
  Record<string, (target: number, patients: number) => Pick<StatedThreshold, 'most' | 'guess' | 'value'>>
> = {
  oneSidedAlpha: (target) => {
    const { most, target: guess, level } = levelSteps(target, MOST_LEVEL);
    return { most, guess, value: level };
  },
  twoSidedAlpha: (target) => {
    const { most, target: guess, level } = levelSteps(target, MOST_LEVEL);
    return { most, guess: 2 * guess, value: level };
  },
  certainty: (target) => {
    const { most, target: guess, level } = levelSteps(target, MOST_LEVEL);
    return { most, guess, value: (steps) => Number((1 - level(steps)).toPrecision(12)) };
  },
  // More than n − 1 of n successes is the strictest count
  successesAbove: (_target, patients) => ({
    most: patients,
    guess: Math.ceil(patients / 2),
    value: (steps) => patients - steps,
  }),
};

/** The threshold of a claim that a design states; undefined where it has none. */
export function statedThreshold(
  spec: DesignSpec,
  { parameters, path }: StatedEntry<keyof typeof claims>,
  target: number,
): StatedThreshold | undefined {
  const stated = parameters as Readonly<Record<string, unknown>>;
  const key = Object.keys(kinds).find((name) => typeof stated[name] === 'number');
  if (key === undefined) return undefined;
  return {
    path: ['design', ...path, key].join('.'),
    stated: stated[key] as number,
    ...kinds[key](target, armSizes(spec, 1)[0]),
  };
}

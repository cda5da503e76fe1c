import type { z } from 'zod';
import { count, interiorProbability } from '../../numeric/quantities.ts';

/** Patients of a ladder at most: more is no dose finding, and slow. */
const MOST_PATIENTS = 1000;

/** The rate of toxicity that dose finding aims at. */
export const targetRate = interiorProbability('rate of toxicity aimed at');

/** How groups follow each other; levels count from 1. */
export const stepsShape = {
  groupSize: count('patients treated at a level before the next decision').max(100).default(3),
  maximumSize: count('patients at most').max(MOST_PATIENTS).default(30),
  startLevel: count('level of the first group, the lowest 1').default(1),
  stopAtSize: count(
    'the trial ends where the next group would stay at a level that has so many patients; never unless given',
  )
    .max(MOST_PATIENTS)
    .optional(),
};

/** Posterior probability of a rate above the target beyond which a level is given up, with all above it. */
export const eliminationCutOff = interiorProbability(
  'posterior probability, from a flat prior, of a rate above the target beyond which a level and all above it are given up',
);

/** How groups follow each other, valid by {@link stepsShape}. */
export interface StepsSpec {
  readonly target: number;
  readonly groupSize: number;
  readonly maximumSize: number;
  /** Counted from 1. */
  readonly startLevel: number;
  readonly stopAtSize?: number | undefined;
}

/** What is wrong with a key of valid parameters on a ladder of some length. */
export interface LadderProblem {
  readonly key: string;
  readonly message: string;
}

/** A first level beyond the ladder. */
export function startProblems(
  { startLevel }: { readonly startLevel: number },
  levels: number,
): LadderProblem[] {
  if (startLevel <= levels) return [];
  return [{ key: 'startLevel', message: `${startLevel} is beyond the ${levels} levels of the ladder` }];
}

/** Reports a group of more patients than there are. */
export function checkGroups({
  value,
  issues,
}: z.core.ParsePayload<Pick<StepsSpec, 'groupSize' | 'maximumSize'>>): void {
  const { groupSize, maximumSize } = value;
  if (groupSize > maximumSize)
    issues.push({
      code: 'custom',
      input: value,
      message: `${groupSize} is more than the ${maximumSize} patients of the trial`,
      path: ['groupSize'],
    });
}

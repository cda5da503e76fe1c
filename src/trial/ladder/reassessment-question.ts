import { z } from 'zod';
import { count, interiorProbability, positive, strict } from '../../numeric/quantities.ts';
import { calibratedSkeleton } from './calibrated-skeleton.ts';
import { checkStart, ratesShape } from './rates-shape.ts';
import { reassessmentParameters, skeletonRates } from './reassessment-shape.ts';
import { checkGroups } from './steps-shape.ts';

const {
  target,
  priorVariance,
  allowSkipping,
  groupSize,
  maximumSize,
  startLevel,
  stopAtSize,
  eliminationCutOff,
} = reassessmentParameters.shape;

/** Patients whose outcomes are judged at most. */
const MOST_PATIENTS = 1000;

const stated = strict({
  target,
  skeleton: skeletonRates.optional(),
  halfWidth: interiorProbability(
    'half the width of the indifference intervals from which the skeleton is made, in place of the skeleton',
  ).optional(),
  priorLevel: count(
    'level expected to have the target rate, for a skeleton made from a half-width',
  ).optional(),
  levels: count('levels of a skeleton made from a half-width', 2).max(20).optional(),
  priorVariance,
  at: z
    .array(count('level'))
    .max(MOST_PATIENTS)
    .optional()
    .describe(
      'levels at which the patients were treated, from 1 on, in the order of treatment; none unless given',
    ),
  toxic: z
    .array(count('0 or 1', 0).max(1))
    .max(MOST_PATIENTS)
    .optional()
    .describe('1 for each of them with a toxicity, 0 without'),
  followUp: z
    .array(z.number().min(0))
    .optional()
    .describe('how long each was watched, in the unit of the window; all through it unless given'),
  window: positive('time within which a toxicity counts').optional(),
  groupSize,
  allowSkipping,
  eliminationCutOff,
  maximumSize,
  startLevel,
  stopAtSize,
  ...ratesShape,
});

/** What is known, and how the model is set up, as a calculator takes it. */
export type ReassessmentQuestion = z.output<typeof stated>;

/** The skeleton, stated or made from indifference intervals. @throws RangeError if it cannot be made */
export function skeletonOf({
  skeleton,
  halfWidth,
  target: aim,
  priorLevel,
  levels,
}: ReassessmentQuestion): number[] {
  return (
    skeleton ??
    calibratedSkeleton({ halfWidth: halfWidth!, target: aim, priorLevel: priorLevel!, levels: levels! })
  );
}

/** What is wrong with the skeleton of valid keys, by key. */
function skeletonProblem(value: ReassessmentQuestion): readonly [key: string, message: string] | undefined {
  const { skeleton, halfWidth, priorLevel, levels } = value;
  if ((skeleton === undefined) === (halfWidth === undefined))
    return ['skeleton', `needs one of skeleton, halfWidth${skeleton === undefined ? '' : ': not both'}`];
  if (skeleton !== undefined) {
    const needless = (['priorLevel', 'levels'] as const).find((key) => value[key] !== undefined);
    return needless && [needless, `${needless} does nothing beside a skeleton`];
  }
  const missing = (['priorLevel', 'levels'] as const).find((key) => value[key] === undefined);
  if (missing !== undefined) return [missing, `halfWidth needs ${missing}`];
  if (priorLevel! > levels!)
    return ['priorLevel', `${priorLevel} is beyond the ${levels} levels of the ladder`];
  try {
    skeletonOf(value);
  } catch (error) {
    return ['halfWidth', (error as Error).message];
  }
  return undefined;
}

/** What is wrong with the outcomes on a ladder of so many levels, by key. */
function outcomeProblem(
  { at = [], toxic = [], followUp, window, rates }: ReassessmentQuestion,
  levels: number,
): readonly [key: string, message: string] | undefined {
  if (toxic.length !== at.length)
    return ['toxic', `${toxic.length} outcomes for ${at.length} patients (must be one each)`];
  const beyond = at.find((level) => level > levels);
  if (beyond !== undefined) return ['at', `${beyond} is beyond the ${levels} levels of the ladder`];
  if ((followUp === undefined) !== (window === undefined))
    return [followUp === undefined ? 'followUp' : 'window', 'followUp and window go together'];
  if (followUp !== undefined && followUp.length !== at.length)
    return ['followUp', `${followUp.length} times for ${at.length} patients (must be one each)`];
  if (rates !== undefined && rates.length !== levels)
    return ['rates', `${rates.length} rates for a ladder of ${levels} levels (must be one a level)`];
  return undefined;
}

/** Parameters of the calculator of the continual reassessment method. */
export const reassessmentQuestion = stated
  .check(checkGroups)
  .check(checkStart)
  .check(({ value, issues }) => {
    if (issues.length > 0) return;
    const problem = skeletonProblem(value) ?? outcomeProblem(value, skeletonOf(value).length);
    if (problem !== undefined)
      issues.push({ code: 'custom', input: value, message: problem[1], path: [problem[0]] });
  });

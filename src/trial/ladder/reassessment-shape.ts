import { z } from 'zod';
import { interiorProbability, positive, strict } from '../../numeric/quantities.ts';
import { checkGroups, eliminationCutOff, stepsShape, targetRate } from './steps-shape.ts';

/** Of a normal law: wider ones put their mass where every rate is 0 or 1. */
const MOST_VARIANCE = 100;

/** Reports rates that do not rise. */
export const checkRising = ({ value, issues }: z.core.ParsePayload<readonly number[]>): void => {
  const at = value.findIndex((rate, i) => i > 0 && !(rate > value[i - 1]));
  if (at > 0)
    issues.push({
      code: 'custom',
      input: value,
      message: `must rise: ${value[at]} follows ${value[at - 1]}`,
    });
};

/** Rates that are expected beforehand. */
export const skeletonRates = z
  .array(interiorProbability('rate of toxicity expected at a level'))
  .min(2)
  .max(20)
  .check(checkRising)
  .describe('rates of toxicity expected at the levels, strictly rising');

/** Variance of the power model's parameter beforehand. */
export const priorVariance = positive('variance of the logarithm of the model’s exponent beforehand').max(
  MOST_VARIANCE,
);

/** Parameters of the continual reassessment method. */
export const reassessmentParameters = strict({
  target: targetRate,
  skeleton: skeletonRates,
  priorVariance: priorVariance.default(1.34),
  ...stepsShape,
  allowSkipping: z
    .boolean()
    .default(false)
    .describe('whether a group may be treated more than one level above the last'),
  isCoherent: z
    .boolean()
    .default(true)
    .describe(
      'whether a last group with at least the target’s share of toxicities keeps the next from going up',
    ),
  eliminationCutOff: eliminationCutOff.optional(),
}).check(checkGroups);

/** The same, valid. */
export type ReassessmentSpec = z.output<typeof reassessmentParameters>;

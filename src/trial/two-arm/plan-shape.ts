import { z } from 'zod';
import { count, interiorProbability } from '../../numeric/quantities.ts';
import { endpointShape } from '../planned-endpoint.ts';
import { MOST_CONTROL_PATIENTS } from '../sample-size/exact-sizes.ts';

/** Planned rate of the control arm. */
export const controlRate = interiorProbability('planned rate of the event in the control arm');

/** Planned rate of the experimental arm. */
export const experimentalRate = interiorProbability('planned rate of the event in the experimental arm');

/** The same where it may be left out, beside a margin. */
export const experimentalRateOrControl = experimentalRate
  .optional()
  .describe('planned rate of the event in the experimental arm; the control’s unless given');

/** Size or power, allocation, and the endpoint of the claim. */
export const sizeShape = {
  power: interiorProbability('power to reach; 0.8 unless given').optional(),
  perArm: count('patients in the control arm, of which the power is asked')
    .max(MOST_CONTROL_PATIENTS)
    .optional(),
  allocation: z
    .number()
    .min(0.1)
    .max(10)
    .default(1)
    .describe('experimental patients for each control patient, from 0.1 to 10'),
  ...endpointShape,
  endpoint: endpointShape.endpoint.describe(
    'endpoint of the claim; beside a margin it must be given, as it says which way is better; without one the planned rates do',
  ),
};

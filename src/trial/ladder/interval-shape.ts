import { interiorProbability } from '../../numeric/quantities.ts';
import { eliminationCutOff, stepsShape, targetRate } from './steps-shape.ts';

/** Parameters of a Bayesian optimal interval design. */
export const intervalShape = {
  target: targetRate,
  underRate: interiorProbability(
    'highest rate that is too low, below the target; 0.6 of the target unless given',
  ).optional(),
  overRate: interiorProbability(
    'lowest rate that is too high, above the target; 1.4 of the target unless given',
  ).optional(),
  ...stepsShape,
  eliminationCutOff: eliminationCutOff.default(0.95),
};

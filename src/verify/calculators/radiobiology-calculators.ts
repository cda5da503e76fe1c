import { controlCalculators } from './control-calculators.ts';
import { doseCalculators } from './dose-calculators.ts';
import { populationCalculators } from './population-calculators.ts';
import type { Calculators } from './reference-inputs.ts';

/** By the model that a radiobiology value names. */
export const radiobiologyCalculators: Calculators = {
  ...doseCalculators,
  ...controlCalculators,
  ...populationCalculators,
};

import { coPrimary } from './co-primary.ts';
import type { CalculatorDefinition } from './definition.ts';
import { interval } from './interval.ts';
import { nonInferiority } from './non-inferiority.ts';
import { superiority } from './superiority.ts';
import { twoArmTests } from './two-arm-tests.ts';

/** Every calculator by the kind that `isoeffect design` takes. */
export const calculators: Record<string, CalculatorDefinition> = {
  nonInferiority,
  superiority,
  ...twoArmTests,
  coPrimary,
  interval,
};

import { isAmended } from '../outcomes/planned-arm.ts';
import type { Scenario } from '../scenario/scenario-schema.ts';
import { createTrial, type Trial } from '../scenario/trial.ts';
import { armSizes } from '../trial/design.ts';
import { createPassMatrices } from '../trial/pass-matrix.ts';

/**
 * A trial as another scenario has it that differs from its own in nothing but the size: truths, which know of no size, are
 * taken over where no look and no amendment is placed by it.
 *
 * @param scenario the trial's own but for the size
 */
export function resizedTrial(trial: Trial, scenario: Scenario): Trial {
  const { design, arms } = trial;
  if (design.rules.length > 0 || design.sequential || design.armLooks || arms.some(isAmended))
    return createTrial(scenario);
  return {
    ...trial,
    scenario,
    design: { ...design, sizes: armSizes(scenario.design, arms.length) },
    matrices: createPassMatrices(),
  };
}

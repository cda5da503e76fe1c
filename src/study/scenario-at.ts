import { type Path, withValues } from '../scenario/path.ts';
import { type Scenario, scenarioSchema } from '../scenario/scenario-schema.ts';

/** A resolved scenario with a number set at a path that holds one. */
export const scenarioAt = (scenario: Scenario, path: Path, value: number): Scenario =>
  withValues(scenario, [[path, value]]);

/** A share of the way between two values that no grid of whole or round numbers holds. */
const BETWEEN = 0.3819660112501051;

/** Whether a path takes the values between two of its numbers: one that counts takes whole numbers alone. */
export function isContinuous(scenario: Scenario, path: Path, low: number, high: number): boolean {
  const between = low + BETWEEN * (high - low);
  return scenarioSchema.safeParse(scenarioAt(scenario, path, between)).success;
}

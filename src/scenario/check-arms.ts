import { armSizes } from '../trial/design.ts';
import type { CrossProblem } from './cross-problem.ts';
import { plannedArms } from './planned-arms.ts';
import type { Scenario } from './scenario-schema.ts';

/** Amendments that come after an arm's last patient. */
export function checkAmendments(scenario: Scenario): CrossProblem[] {
  const sizes = armSizes(scenario.design, Object.keys(scenario.arms).length);
  if (sizes.some((size) => size < 1)) return [];
  return plannedArms(scenario).flatMap(({ name, schedules }, position) => {
    const late = schedules.findIndex(({ from }) => from !== undefined && from >= sizes[position]);
    if (late < 0) return [];
    const message = `${name} has ${sizes[position]} patients: no patient is left for this schedule`;
    return [{ keys: ['arms', name, 'schedules', late], message }];
  });
}

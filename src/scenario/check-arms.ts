import { isAmended } from '../outcomes/planned-arm.ts';
import { armSizes, createDesign } from '../trial/design.ts';
import type { CrossProblem } from './cross-problem.ts';
import { hasPlannedSizes } from './inexact-counts.ts';
import { plannedArms } from './planned-arms.ts';
import type { Scenario } from './scenario-schema.ts';

/** Amendments that come after an arm's last patient, or in arms whose size is left to chance. */
export function checkAmendments(scenario: Scenario): CrossProblem[] {
  const sizes = armSizes(scenario.design, Object.keys(scenario.arms).length);
  if (sizes.some((size) => size < 1)) return [];
  const amended = plannedArms(scenario).filter(isAmended);
  if (amended.length === 0) return [];
  const { randomisation } = createDesign(scenario.design, sizes.length);
  const planned = hasPlannedSizes({ sizes, ...(randomisation && { randomisation }) });
  return plannedArms(scenario).flatMap(({ name, schedules }, position) => {
    if (!planned && schedules.some(({ from }) => from !== undefined)) {
      const message =
        'an amendment after so many patients needs arms of planned size; these blocks leave sizes to chance';
      return [{ keys: ['arms', name, 'schedules'], message }];
    }
    const late = schedules.findIndex(({ from }) => from !== undefined && from >= sizes[position]);
    if (late < 0) return [];
    const message = `${name} has ${sizes[position]} patients: no patient is left for this schedule`;
    return [{ keys: ['arms', name, 'schedules', late], message }];
  });
}

import type { Scenario } from './scenario-schema.ts';

/**
 * The scenario whose uncertainty is all that a sensitivity study explores: its own, and the laws of its `sensitivity`, which
 * replace those of the same paths.
 */
export function exploredScenario(scenario: Scenario): Scenario {
  const { sensitivity, ...rest } = scenario;
  return { ...rest, uncertainty: { ...scenario.uncertainty, ...sensitivity } };
}

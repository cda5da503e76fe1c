import { isBurdenPath } from './burden-specs.ts';
import { isJointDraws } from './joint-draws.ts';
import type { Scenario } from './scenario-schema.ts';

/** What is uncertain of the truth alone. */
function ofTruth(uncertainty: Scenario['uncertainty']): Scenario['uncertainty'] {
  return Object.fromEntries(
    Object.entries(uncertainty).flatMap(([name, spec]) => {
      if (!isJointDraws(spec)) return isBurdenPath(name) ? [] : [[name, spec]];
      const draws = Object.entries(spec.draws).filter(([path]) => !isBurdenPath(path));
      return draws.length > 0 ? [[name, { draws: Object.fromEntries(draws) }]] : [];
    }),
  );
}

/**
 * The scenario whose uncertainty is all that a sensitivity study explores: that of its truth, and the laws of its
 * `sensitivity`, which replace those of the same paths. Power hangs on nothing of the burden, which is left out.
 */
export function exploredScenario(scenario: Scenario): Scenario {
  const { sensitivity, burden: _, ...rest } = scenario;
  return { ...rest, uncertainty: { ...ofTruth(scenario.uncertainty), ...sensitivity } };
}

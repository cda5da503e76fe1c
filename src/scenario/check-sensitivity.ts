import { checkTogether, checkUncertainty } from './check-uncertainty.ts';
import type { CrossProblem } from './cross-problem.ts';
import { exploredScenario } from './explored-scenario.ts';
import type { Scenario } from './scenario-schema.ts';
import { jointPaths } from './truth-specs.ts';

/** Problems of the laws that a sensitivity study adds: those of uncertain paths, and a path that joint draws hold already. */
export function checkSensitivity(scenario: Scenario): CrossProblem[] {
  const paths = Object.keys(scenario.sensitivity ?? {});
  const drawn = jointPaths(scenario).flatMap(({ name, paths: held }) =>
    paths
      .filter((path) => held.includes(path) || path === name)
      .map((path) => ({
        keys: ['sensitivity', path],
        message: `${path} is drawn jointly in uncertainty ${name}: a law of its own would tear the draws apart`,
      })),
  );
  return [...drawn, ...checkUncertainty(scenario, 'sensitivity')];
}

/** Problems that show only when the laws of a sensitivity study and of the uncertainty are extreme at once. */
export function checkSensitivityTogether(scenario: Scenario): CrossProblem[] {
  return scenario.sensitivity ? checkTogether(exploredScenario(scenario), 'sensitivity') : [];
}

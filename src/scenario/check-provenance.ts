import { unknownWord } from '../numeric/closest-word.ts';
import type { CrossProblem } from './cross-problem.ts';
import { leafPaths, valueAt } from './path.ts';
import type { Scenario } from './scenario-schema.ts';

/** Tags of paths that the scenario does not have. */
export function checkProvenance(scenario: Scenario): CrossProblem[] {
  return Object.keys(scenario.provenance)
    .filter((path) => valueAt(scenario, path) === undefined)
    .map((path) => ({
      keys: ['provenance', path],
      message: unknownWord(
        'path',
        path,
        leafPaths(scenario).filter((p) => !p.startsWith('provenance')),
      ),
    }));
}

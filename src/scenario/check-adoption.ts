import type { TruthSpec } from '../outcomes/truth-schema.ts';
import type { CrossProblem } from './cross-problem.ts';
import type { Scenario } from './scenario-schema.ts';

/** The rates that would change practice are of endpoints that the truth models. */
export function checkAdoption({ design: { adoption = [] } }: Scenario, truth: TruthSpec): CrossProblem[] {
  return adoption.flatMap(({ endpoint }, i) =>
    truth[endpoint] === undefined
      ? [
          {
            keys: ['design', 'adoption', i, 'endpoint'],
            message: `the design looks at ${endpoint}, but the truth has no model of it`,
          },
        ]
      : [],
  );
}

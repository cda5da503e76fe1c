import { leafPaths, type Path, valueAt } from '../scenario/path.ts';
import type { NamedResult } from './named-result.ts';

/** A value that is not the same in all scenarios. */
export interface Difference {
  readonly path: Path;
  /** One a scenario; undefined where it does not state it. */
  readonly values: readonly unknown[];
}

/** What names a scenario, or says where its values are from, rather than feeds it. */
const NAMES = /^(isoeffect|title|question|source|provenance)(\.|$)/;

/** The values in which the scenarios of results differ, in the order in which they are stated. */
export function scenarioDifferences(results: readonly NamedResult[]): Difference[] {
  const scenarios = results.map(({ result }) => result.scenario.resolved);
  const paths = [...new Set(scenarios.flatMap((scenario) => leafPaths(scenario)))];
  return paths
    .filter((path) => !NAMES.test(path))
    .map((path) => ({ path, values: scenarios.map((scenario) => valueAt(scenario, path)) }))
    .filter(({ values }) => values.some((value) => JSON.stringify(value) !== JSON.stringify(values[0])));
}

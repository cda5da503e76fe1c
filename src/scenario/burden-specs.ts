import { type BurdenSpec, burdenSchema } from '../trial/burden/burden-schema.ts';
import { type Path, withValues } from './path.ts';
import type { Scenario } from './scenario-schema.ts';

/** Whether a path names a value of the burden. */
export const isBurdenPath = (path: Path): boolean => path.startsWith('burden.');

/** The scenario's burden with values set at those of the paths that name one of it, not yet checked. */
export function burdenWith({ burden }: Scenario, values: Iterable<readonly [Path, unknown]>): unknown {
  const own = [...values].filter(([path]) => isBurdenPath(path));
  return own.length === 0 ? burden : withValues({ burden: burden as unknown }, own).burden;
}

/** The burden under a named truth; undefined where the scenario states none. @throws ZodError if its values do not fit the schema */
export function burdenSpec(scenario: Scenario, truth: string): BurdenSpec | undefined {
  return (
    scenario.burden && burdenSchema.parse(burdenWith(scenario, Object.entries(scenario.truths[truth] ?? {})))
  );
}

/** The burden in a world. @param values drawn, by path */
export function burdenInWorld(scenario: Scenario, values: Iterable<readonly [Path, number]>): BurdenSpec {
  return burdenWith(scenario, values) as BurdenSpec;
}

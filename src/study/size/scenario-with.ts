import type { Path } from '../../scenario/path.ts';
import type { Scenario } from '../../scenario/scenario-schema.ts';

/** A scenario with another value at a path, checked whole; undefined where there is none. */
export type ScenarioWith = (path: Path, value: unknown) => Scenario | undefined;

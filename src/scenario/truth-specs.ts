import { type TruthSpec, truthSchema } from '../outcomes/truth-schema.ts';
import { createLaw, type LawSpec } from '../random/distribution-schema.ts';
import type { Distribution } from '../random/distributions/definition.ts';
import type { SeedKey } from '../random/seed-key.ts';
import { purpose, uniformAt } from '../random/stream.ts';
import { isBurdenPath } from './burden-specs.ts';
import { isJointDraws } from './joint-draws.ts';
import { type Path, withValues } from './path.ts';
import { AS_PLANNED, type Scenario } from './scenario-schema.ts';

/** Names of all truths, `asPlanned` first. */
export function truthNames(scenario: Scenario): string[] {
  return [AS_PLANNED, ...Object.keys(scenario.truths)];
}

/** The scenario's truth with values set at paths, not yet checked; those of the burden do not concern it. */
export function truthWith(scenario: Scenario, values: Iterable<readonly [Path, unknown]>): unknown {
  const own = [...values].filter(([path]) => !isBurdenPath(path));
  return withValues({ truth: scenario.truth as unknown }, own).truth;
}

/** The specification of a named truth. @throws ZodError if its values do not fit the schema */
export function truthSpec(scenario: Scenario, name: string): TruthSpec {
  if (name === AS_PLANNED) return scenario.truth;
  return truthSchema.parse(truthWith(scenario, Object.entries(scenario.truths[name])));
}

/** An uncertain path with its law. */
export interface UncertainLaw {
  readonly path: Path;
  readonly law: Distribution;
}

/** The uncertain paths of the truth that have laws of their own. */
export function uncertainLaws(scenario: Scenario): UncertainLaw[] {
  return Object.entries(scenario.uncertainty).flatMap(([path, spec]) =>
    isJointDraws(spec) || isBurdenPath(path) ? [] : [{ path, law: createLaw(spec as LawSpec) }],
  );
}

/** Paths that are drawn jointly, by the name of their block. */
export interface JointPaths {
  readonly name: string;
  readonly paths: readonly Path[];
  /** By path, one value a draw. */
  readonly columns: readonly (readonly number[])[];
}

/** The blocks of joint draws. */
export function jointPaths(scenario: Scenario): JointPaths[] {
  return Object.entries(scenario.uncertainty).flatMap(([name, spec]) =>
    isJointDraws(spec) ? [{ name, paths: Object.keys(spec.draws), columns: Object.values(spec.draws) }] : [],
  );
}

/** Every uncertain path, in the order in which a world draws them. */
export function uncertainPaths(scenario: Scenario): Path[] {
  return Object.entries(scenario.uncertainty).flatMap(([name, spec]) =>
    isJointDraws(spec) ? Object.keys(spec.draws) : [name],
  );
}

/** A world: one draw of everything uncertain, by path. */
export type WorldDraw = readonly (readonly [Path, number])[];

/** Draws world after world; streams are addressed by world and path, or by the name of a joint block. */
export function createWorldDraws(scenario: Scenario, key: SeedKey): (world: number) => WorldDraw {
  const entries = Object.entries(scenario.uncertainty).map(([name, spec]) => {
    const at = { replicate: 0, purpose: purpose(name) };
    if (!isJointDraws(spec)) {
      const law = createLaw(spec as LawSpec);
      return (world: number): WorldDraw => [[name, law.quantile(uniformAt(key, { world, ...at }))]];
    }
    const columns = Object.entries(spec.draws);
    return (world: number): WorldDraw => {
      const draw = Math.floor(uniformAt(key, { world, ...at }) * columns[0][1].length);
      return columns.map(([path, values]) => [path, values[draw]]);
    };
  });
  return (world) => entries.flatMap((draw) => draw(world));
}

/** The truth as planned with values of a world. */
export function truthInWorld(scenario: Scenario, draw: WorldDraw): TruthSpec {
  return truthWith(scenario, draw) as TruthSpec;
}

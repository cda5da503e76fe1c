import { type TruthSpec, truthSchema } from '../outcomes/truth-schema.ts';
import { createLaw, type LawSpec } from '../random/distribution-schema.ts';
import type { SeedKey } from '../random/seed-key.ts';
import { purpose, uniformAt } from '../random/stream.ts';
import { type Path, withValues } from './path.ts';
import { AS_PLANNED, type Scenario } from './scenario-schema.ts';

/** Names of all truths, `asPlanned` first. */
export function truthNames(scenario: Scenario): string[] {
  return [AS_PLANNED, ...Object.keys(scenario.truths)];
}

/** The scenario's truth with values set at paths, not yet checked. */
export function truthWith(scenario: Scenario, values: Iterable<readonly [Path, unknown]>): unknown {
  return withValues({ truth: scenario.truth as unknown }, values).truth;
}

/** The specification of a named truth. @throws ZodError if its values do not fit the schema */
export function truthSpec(scenario: Scenario, name: string): TruthSpec {
  if (name === AS_PLANNED) return scenario.truth;
  return truthSchema.parse(truthWith(scenario, Object.entries(scenario.truths[name])));
}

/** The uncertain paths with their laws. */
export function uncertainLaws(scenario: Scenario) {
  return Object.entries(scenario.uncertainty).map(([path, spec]) => ({
    path,
    law: createLaw(spec as LawSpec),
  }));
}

/** A world: one draw of everything uncertain, by path. */
export type WorldDraw = readonly (readonly [Path, number])[];

/** Draws world after world; streams are addressed by world and path. */
export function createWorldDraws(scenario: Scenario, key: SeedKey): (world: number) => WorldDraw {
  const uncertain = uncertainLaws(scenario).map(({ path, law }) => ({ path, law, purpose: purpose(path) }));
  return (world) =>
    uncertain.map(({ path, law, purpose }) => [
      path,
      law.quantile(uniformAt(key, { world, replicate: 0, purpose })),
    ]);
}

/** The truth as planned with values of a world. */
export function truthInWorld(scenario: Scenario, draw: WorldDraw): TruthSpec {
  return truthWith(scenario, draw) as TruthSpec;
}

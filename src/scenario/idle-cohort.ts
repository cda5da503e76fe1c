import { characteristicsBehind, createCohort, isVarying } from '../cohort/cohort.ts';
import { endpoints } from '../outcomes/endpoints/index.ts';
import type { TruthSpec } from '../outcomes/truth-schema.ts';
import { blocksOf } from './check-scenario.ts';
import { namedStrata } from './check-strata.ts';
import { statedSchedules } from './planned-arms.ts';
import type { Scenario } from './scenario-schema.ts';

/** Characteristics that no model of any truth reads: not wrong, but said. */
export function unreadCharacteristics(scenario: Scenario, truths: readonly TruthSpec[]): string[] {
  const read = new Set(
    truths.flatMap((truth) =>
      blocksOf(truth).flatMap(([name, block]) => {
        const models = [block, ...Object.values(block.bySubtype ?? {})];
        const reads = models.flatMap(
          (spec) => endpoints[name].models[spec.model].create(spec, { levels: {}, free: 0 }).reads,
        );
        return characteristicsBehind(createCohort(truth.cohort), reads);
      }),
    ),
  );
  for (const { schedule } of Object.values(scenario.arms).flatMap(statedSchedules)) {
    for (const { onlyIf } of schedule.phases) if (onlyIf !== undefined) read.add(onlyIf);
  }
  for (const name of namedStrata(scenario)) read.add(name);
  return Object.keys(scenario.truth.cohort.heterogeneity).filter((name) => !read.has(name));
}

/** Correlations with a fixed characteristic: not wrong, but said. */
export function idleCorrelations({ truth: { cohort } }: Scenario): string[] {
  return cohort.correlation.flatMap(({ between }) => {
    const fixed = between.find((name) => !isVarying(cohort, name));
    return fixed
      ? [`${fixed} is fixed: its correlation with ${between.find((name) => name !== fixed)} does nothing`]
      : [];
  });
}

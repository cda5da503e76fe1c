import { createLaw, type LawSpec } from '../../random/distribution-schema.ts';
import { exploredScenario } from '../../scenario/explored-scenario.ts';
import { isJointDraws } from '../../scenario/joint-draws.ts';
import type { Path } from '../../scenario/path.ts';
import type { Scenario } from '../../scenario/scenario-schema.ts';

/** What a sensitivity study varies as one: a path with its law, or a block of joint draws. */
export interface SensitivityInput {
  /** The path, or the name of the block. */
  readonly name: string;
  readonly paths: readonly Path[];
  /** The law; undefined for joint draws. */
  readonly law?: LawSpec;
  /** Number of joint draws; undefined for a law. */
  readonly draws?: number;
  /** Values of its paths at a uniform in (0, 1): the law’s quantile, or the draw whose turn it is. */
  at(uniform: number): readonly number[];
}

/**
 * Everything that a sensitivity study of a scenario varies, by name in alphabetical order: so that no answer hangs on the
 * order in which a scenario states it.
 */
export function sensitivityInputs(scenario: Scenario): SensitivityInput[] {
  const { uncertainty } = exploredScenario(scenario);
  const names = Object.keys(uncertainty).sort((a, b) => (a < b ? -1 : 1));
  return names.map((name): SensitivityInput => {
    const spec = uncertainty[name];
    if (isJointDraws(spec)) {
      const columns = Object.values(spec.draws);
      const draws = columns[0].length;
      const at = (uniform: number) => columns.map((values) => values[Math.floor(uniform * draws)]);
      return { name, paths: Object.keys(spec.draws), draws, at };
    }
    const law = createLaw(spec as LawSpec);
    return {
      name,
      paths: [name],
      law: spec as LawSpec,
      at: (uniform) => [law.quantile(uniform)],
    };
  });
}

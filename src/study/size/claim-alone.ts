import type { Path } from '../../scenario/path.ts';
import type { Scenario } from '../../scenario/scenario-schema.ts';
import { claims } from '../../trial/claims/index.ts';
import { statedClaims } from '../../trial/design.ts';

/** One of several claims by itself. */
export interface ClaimAlone {
  /** In words. */
  readonly claim: string;
  /** The scenario with this claim only. */
  reduce(scenario: Scenario): Scenario;
}

/** The claim, one of several, that a path lies in; undefined where it lies in none. */
export function claimAlone(scenario: Scenario, path: Path): ClaimAlone | undefined {
  const parts = /^design\.(coPrimary|hierarchical)\.(\d+)\./.exec(path);
  if (!parts) return undefined;
  const position = Number(parts[2]);
  const { name, parameters } = statedClaims(scenario.design)[position];
  return {
    claim: claims[name].create(parameters).sentence,
    reduce: (given) => {
      const { coPrimary, hierarchical, ...design } = given.design;
      return { ...given, design: { ...design, ...(coPrimary ?? hierarchical)![position] } };
    },
  };
}

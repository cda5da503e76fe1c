import type { Claim } from './claims/definition.ts';
import { claims } from './claims/index.ts';
import type { DesignSpec } from './design-schema.ts';

/** A live design. */
export interface Design {
  /** Patients by arm; the last arm is the experimental one. */
  readonly sizes: readonly number[];
  readonly unevaluable: number;
  readonly countsUnevaluableAsFailures: boolean;
  /** All must pass. */
  readonly claims: readonly Claim[];
}

const names = Object.keys(claims) as (keyof typeof claims)[];

/** The claims of a design's specification, by registered name with their parameters. */
export function statedClaims(
  spec: DesignSpec,
): { name: keyof typeof claims; parameters: unknown; path: PropertyKey[] }[] {
  const blocks: [Record<string, unknown>, PropertyKey[]][] = spec.coPrimary
    ? spec.coPrimary.map((block, i) => [block, ['coPrimary', i]])
    : [[spec as Record<string, unknown>, []]];
  return blocks.flatMap(([block, path]) =>
    names
      .filter((name) => block[name] !== undefined)
      .map((name) => ({ name, parameters: block[name], path: [...path, name] })),
  );
}

/**
 * Patients by arm: `perArm` each, or `total` shared by weight, by largest remainder (the earlier arm first on a tie).
 */
export function armSizes(spec: DesignSpec, arms: number): number[] {
  if (spec.perArm !== undefined) return Array.from({ length: arms }, () => spec.perArm!);
  const weights = spec.allocation ?? Array.from({ length: arms }, () => 1);
  const sum = weights.reduce((a, b) => a + b, 0);
  const shares = weights.map((weight) => (spec.total! * weight) / sum);
  const sizes = shares.map(Math.floor);
  const byRemainder = shares
    .map((_, i) => i)
    .sort((a, b) => shares[b] - sizes[b] - (shares[a] - sizes[a]) || a - b);
  for (let i = 0, left = spec.total! - sizes.reduce((a, b) => a + b, 0); i < left; i++)
    sizes[byRemainder[i]]++;
  return sizes;
}

/** Makes the live design of a valid specification. */
export function createDesign(spec: DesignSpec, arms: number): Design {
  return {
    sizes: armSizes(spec, arms),
    unevaluable: spec.unevaluable,
    countsUnevaluableAsFailures: spec.analysisSet === 'intentionToTreat',
    claims: statedClaims(spec).map(({ name, parameters }) => claims[name].create(parameters)),
  };
}

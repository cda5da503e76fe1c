import { normalQuantile } from '../../numeric/normal-quantile.ts';
import { aims } from '../../trial/aims/index.ts';
import { claims } from '../../trial/claims/index.ts';
import { type StatedEntry, statedAims, statedClaims, statedRules } from '../../trial/design.ts';
import { marginEquations } from '../../trial/design-equations.ts';
import type { DesignSpec } from '../../trial/design-schema.ts';
import { namedTest } from '../../trial/named-test.ts';
import { rules } from '../../trial/rules/index.ts';
import type { TestName } from '../../trial/tests/index.ts';
import type { EquationBlock } from './equation-block.ts';

interface TestedClaim {
  readonly test?: TestName;
  readonly oneSidedAlpha?: number;
  readonly twoSidedAlpha?: number;
}

/** The normal score that a test must reach, where the looks of the design do not say otherwise. */
function criticalEquation({ oneSidedAlpha, twoSidedAlpha }: TestedClaim, hasLooks: boolean): string[] {
  const alpha = oneSidedAlpha ?? (twoSidedAlpha === undefined ? undefined : twoSidedAlpha / 2);
  if (alpha === undefined || hasLooks) return [];
  return [`z_(1 − α) = ${(-normalQuantile(alpha)).toFixed(4)}`];
}

const pathOf = ({ path }: Pick<StatedEntry<string>, 'path'>): string =>
  `design.${path.map(String).join('.')}`;

/** The claims of a design: hypotheses, the statistic and its critical value. */
function claimBlock(
  entry: StatedEntry<keyof typeof claims>,
  part: string,
  { groupSequential }: DesignSpec,
): EquationBlock {
  const { equations, symbols } = claims[entry.name];
  const stated = entry.parameters as TestedClaim & { readonly endpoint: string };
  const test = stated.test && namedTest(stated.test);
  const usesScore = test?.equations.some((equation) => equation.includes('z_(1 − α)'));
  return {
    part,
    title: `Claim on ${stated.endpoint}: ${entry.name}${test ? `, ${test.label}` : ''}`,
    equations: [
      ...equations,
      ...(test?.equations ?? []),
      ...(usesScore ? criticalEquation(stated, groupSequential !== undefined) : []),
      ...marginEquations,
    ],
    at: pathOf(entry),
    symbols,
  };
}

/** Claims, interim rules and aim of a design. */
export function claimBlocks(design: DesignSpec, part: string): EquationBlock[] {
  const ruleOrAim = (
    entry: StatedEntry<string>,
    { equations, symbols }: Pick<EquationBlock, 'equations' | 'symbols'>,
    what: string,
  ): EquationBlock => ({ part, title: `${what}: ${entry.name}`, equations, at: pathOf(entry), symbols });
  return [
    ...statedClaims(design).map((entry) => claimBlock(entry, part, design)),
    ...statedAims(design).map((entry) => ruleOrAim(entry, aims[entry.name], 'Aim')),
    ...statedRules(design).map((entry) => ruleOrAim(entry, rules[entry.name], 'Interim rule')),
  ];
}

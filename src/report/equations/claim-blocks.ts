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
  readonly margin?: unknown;
  readonly oneSidedAlpha?: number;
  readonly twoSidedAlpha?: number;
}

const SCORE = 'z_(1 − α)';

/** What a margin is where a claim has none, by its symbol in the equations of a test. */
const NO_MARGIN = [
  [/δ(?!_|\u0302)/u, 'δ = 0'],
  [/θ/u, 'θ = 1'],
] as const;

/** The normal score that a test must reach; one that arms with one control share holds the level for all of them. */
function criticalEquation({ oneSidedAlpha, twoSidedAlpha }: TestedClaim, isShared: boolean): string[] {
  if (isShared) return [`P("some arm" k: Z_k ≥ ${SCORE} | H_0) = α`];
  const alpha = oneSidedAlpha ?? (twoSidedAlpha === undefined ? undefined : twoSidedAlpha / 2);
  return alpha === undefined ? [] : [`${SCORE} = ${(-normalQuantile(alpha)).toFixed(4)}`];
}

/** The statistic of a claim's test and what it must reach, which is the bound of the look where there are several. */
function testEquations(stated: TestedClaim, hasLooks: boolean, isShared: boolean): string[] {
  if (!stated.test) return [];
  const { equations, equationsAtLooks = equations } = namedTest(stated.test);
  const shown = hasLooks
    ? equationsAtLooks.map((one) => one.replaceAll(SCORE, 'z_k').replaceAll('p ≤ α', 'p ≤ 1 − Φ(z_k)'))
    : equations;
  const isIn = (symbol: RegExp): boolean => shown.some((one) => symbol.test(one));
  return [
    ...shown,
    ...(stated.margin === undefined
      ? NO_MARGIN.flatMap(([symbol, none]) => (isIn(symbol) ? [none] : []))
      : []),
    ...(shown.some((one) => one.includes(SCORE)) ? criticalEquation(stated, isShared) : []),
  ];
}

const pathOf = ({ path }: Pick<StatedEntry<string>, 'path'>): string =>
  `design.${path.map(String).join('.')}`;

/** The claims of a design: hypotheses, the statistic and its critical value. */
function claimBlock(
  entry: StatedEntry<keyof typeof claims>,
  part: string,
  { groupSequential, comparisons }: DesignSpec,
): EquationBlock {
  const { equations, symbols } = claims[entry.name];
  const stated = entry.parameters as TestedClaim & { readonly endpoint: string };
  return {
    part,
    title: `Claim on ${stated.endpoint}: ${entry.name}${stated.test ? `, ${namedTest(stated.test).label}` : ''}`,
    equations: [
      ...equations,
      ...testEquations(stated, groupSequential !== undefined, comparisons?.multiplicity === 'dunnett'),
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

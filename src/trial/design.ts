import type { EndpointDefinition } from '../outcomes/endpoints/definition.ts';
import type { Accrual } from './accrual.ts';
import { type AdoptionCriterion, createAdoption } from './adoption.ts';
import type { Aim } from './aims/definition.ts';
import { aims } from './aims/index.ts';
import type { Claim } from './claims/definition.ts';
import { claims } from './claims/index.ts';
import type { DesignSpec } from './design-schema.ts';
import { createEscalation, type Escalation, mostAtLevel, statedExpansion } from './escalation/escalation.ts';
import type { FollowUp } from './follow-up/definition.ts';
import { followUps } from './follow-up/index.ts';
import type { Loss } from './loss-schema.ts';
import { type ArmLooks, createArmLooks } from './many-to-one/arm-looks.ts';
import { comparisonClaims } from './many-to-one/comparison-claims.ts';
import type { Comparisons } from './many-to-one/comparisons-schema.ts';
import { statedIn } from './one-of-registry.ts';
import type { PermutedBlocks } from './permuted-blocks.ts';
import { blockSizes, smallestBlock } from './randomisation-schema.ts';
import type { Rule } from './rules/definition.ts';
import { rules } from './rules/index.ts';
import { createSequentialDesign, type SequentialDesign } from './sequential-design.ts';
import { type Stage, stagesOf } from './stages.ts';

/** A live design. */
export interface Design {
  /** Patients by arm; the last arm is the experimental one unless claims name theirs. */
  readonly sizes: readonly number[];
  readonly unevaluable: number;
  readonly countsUnevaluableAsFailures: boolean;
  readonly claims: readonly Claim[];
  /** How arms are compared with one control, one claim each; there with three arms or more and a claim. */
  readonly comparisons?: Comparisons;
  /** The looks at which some of these arms leave the trial. */
  readonly armLooks?: ArmLooks;
  /** What it estimates; there where it makes no claim. */
  readonly aim?: Aim;
  /** How it climbs the arms, which are levels; there where it does that and makes no claim. */
  readonly escalation?: Escalation;
  /** Whether each claim is tested only if those before it pass; success is then the first claim's. */
  readonly isHierarchical: boolean;
  readonly rules: readonly Rule[];
  /** The looks of all rules, in the order in which they come. */
  readonly stages: readonly Stage[];
  readonly accrual?: Accrual;
  /** Number of centres; absent where they make no difference. */
  readonly centres?: number;
  /** How long patients are followed; there where times of failure decide. */
  readonly followUp?: FollowUp;
  readonly lostToFollowUp?: Loss;
  /** Looks of two arms at the one claim. */
  readonly sequential?: SequentialDesign;
  /** Observed rates that would change practice; absent where nobody was asked. */
  readonly adoption?: readonly AdoptionCriterion[];
  /** How patients are randomised one after another; absent where the arms have their planned sizes. */
  readonly randomisation?: { readonly blocks: PermutedBlocks; readonly strata: readonly string[] };
}

/** Whether looks may stop a trial before its end. */
export function hasLooks({
  stages,
  sequential,
  armLooks,
}: Pick<Design, 'stages' | 'sequential' | 'armLooks'>): boolean {
  return stages.length > 0 || armLooks !== undefined || (sequential?.plan.spec.fractions.length ?? 1) > 1;
}

/** Number of leading claims that must pass for the trial to succeed. */
export function requiredClaims({
  claims: all,
  isHierarchical,
  comparisons,
}: Pick<Design, 'claims' | 'isHierarchical' | 'comparisons'>): number {
  return isHierarchical && comparisons?.requires !== 'all' ? 1 : all.length;
}

/** Whether one of the leading claims that {@link requiredClaims} counts is enough for the trial to succeed. */
export function needsOnlyOne({
  comparisons,
  isHierarchical,
}: Pick<Design, 'isHierarchical' | 'comparisons'>): boolean {
  return comparisons?.requires === 'any' && !isHierarchical;
}

/** The endpoints whose counts decide the trial: those of the claims in their order, then those of the rules. */
export function decidingEndpoints({ claims, rules }: Pick<Design, 'claims' | 'rules'>): EndpointDefinition[] {
  return [...new Set([...claims, ...rules].map(({ endpoint }) => endpoint))];
}

/** An entry of a registry that a design states, with the path of its parameters from the design. */
export interface StatedEntry<Name> {
  readonly name: Name;
  readonly parameters: unknown;
  readonly path: readonly PropertyKey[];
}

function entriesOf<Name extends string>(
  registry: Readonly<Record<Name, unknown>>,
  blocks: readonly (readonly [block: Readonly<Record<string, unknown>>, path: readonly PropertyKey[]])[],
): StatedEntry<Name>[] {
  const names = Object.keys(registry) as Name[];
  return blocks.flatMap(([block, path]) =>
    names
      .filter((name) => block[name] !== undefined)
      .map((name) => ({ name, parameters: block[name], path: [...path, name] })),
  );
}

/** The claims of a design's specification, by registered name with their parameters. */
export function statedClaims(spec: DesignSpec): StatedEntry<keyof typeof claims>[] {
  const key = spec.coPrimary ? 'coPrimary' : 'hierarchical';
  const list = spec[key];
  return entriesOf(claims, list ? list.map((block, i) => [block, [key, i]]) : [[spec as never, []]]);
}

/** The aim of a design's specification: one, or none where it makes claims. */
export function statedAims({ estimate }: DesignSpec): StatedEntry<keyof typeof aims>[] {
  return estimate ? entriesOf(aims, [[estimate, ['estimate']]]) : [];
}

/** The interim rules of a design's specification. */
export function statedRules({ interim = [] }: DesignSpec): StatedEntry<keyof typeof rules>[] {
  return entriesOf(
    rules,
    interim.map((block, i) => [block, ['interim', i]]),
  );
}

/** The claim that is made of the patients of an expansion. */
function statedExpansions({ escalation }: DesignSpec) {
  if (!escalation?.expansion) return [];
  const { name, parameters } = statedExpansion(escalation.expansion);
  return [{ name, parameters, path: ['escalation', 'expansion', name] }];
}

/** Everything that a design looks at at a stated time: claims, rules, aim, the claim of an expansion. */
export const statedEntries = (spec: DesignSpec) => [
  ...statedClaims(spec),
  ...statedRules(spec),
  ...statedAims(spec),
  ...statedExpansions(spec),
];

/**
 * Patients by arm: on a ladder the most that a level can have; else `perArm` each, or `total` shared by weight, by largest remainder (the earlier arm first on a tie).
 */
export function armSizes(spec: DesignSpec, arms: number): number[] {
  if (spec.escalation) return new Array<number>(arms).fill(mostAtLevel(spec.escalation, arms));
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

function createBlocks({ randomisation, allocation }: DesignSpec): Pick<Design, 'randomisation'> {
  if (!randomisation) return {};
  const [control, experimental] = smallestBlock(allocation)!;
  const blocks = { sizes: blockSizes(randomisation), perBlock: [control, experimental] as const };
  return { randomisation: { blocks, strata: randomisation.strata ?? [] } };
}

/** The live follow-up rule of a valid block. */
export function followUpOf(block: NonNullable<DesignSpec['followUp']>): FollowUp {
  const { name, parameters } = statedIn(followUps, block);
  return followUps[name].create(parameters);
}

/** Makes the live design of a valid specification. */
export function createDesign(spec: DesignSpec, arms: number): Design {
  const sizes = armSizes(spec, arms);
  const stated = statedClaims(spec);
  const weights = spec.allocation ?? sizes.map(() => 1);
  const liveClaims = spec.comparisons
    ? stated.flatMap((claim) => comparisonClaims(claim, spec.comparisons!, weights))
    : stated.map(({ name, parameters }) => claims[name].create(parameters));
  const followUp = spec.followUp && followUpOf(spec.followUp);
  const [aim] = statedAims(spec).map(({ name, parameters }) => aims[name].create(parameters));
  const live = statedRules(spec).map(({ name, parameters }) => rules[name].create(parameters, sizes[0]));
  return {
    sizes,
    unevaluable: spec.unevaluable,
    countsUnevaluableAsFailures: spec.analysisSet === 'intentionToTreat',
    claims: liveClaims,
    ...(spec.comparisons && { comparisons: spec.comparisons }),
    ...(spec.comparisons?.looks && { armLooks: createArmLooks(spec.comparisons.looks, sizes) }),
    ...(aim && { aim }),
    ...(spec.escalation && { escalation: createEscalation(spec.escalation, arms) }),
    isHierarchical: spec.hierarchical !== undefined || spec.comparisons?.multiplicity === 'gatekeeping',
    rules: live,
    stages: stagesOf(live),
    ...(spec.accrual && { accrual: spec.accrual }),
    ...(followUp && { followUp }),
    ...(spec.lostToFollowUp && { lostToFollowUp: spec.lostToFollowUp }),
    ...(spec.groupSequential && {
      sequential: createSequentialDesign(spec.groupSequential, liveClaims[0], sizes, followUp),
    }),
    ...(spec.centres !== undefined && { centres: spec.centres }),
    ...(spec.adoption && { adoption: createAdoption(spec.adoption) }),
    ...createBlocks(spec),
  };
}

import { type Claim, isTimeClaim } from './claims/definition.ts';
import { efficacyBounds } from './efficacy-bounds/index.ts';
import { enrolmentOrder } from './enrolment-order.ts';
import type { FollowUp } from './follow-up/definition.ts';
import { futilityBounds } from './futility-bounds/index.ts';
import { type SequentialPlan, sequentialPlan } from './group-sequential/sequential-plan.ts';
import { statedIn } from './one-of-registry.ts';
import type { SequentialBlock } from './sequential-schema.ts';

/** The looks of a two-arm trial at its one claim; the last one is its end. */
export interface SequentialDesign {
  readonly plan: SequentialPlan;
  /** What the efficacy and futility bounds are called. */
  readonly efficacyLabel: string;
  readonly futilityLabel?: string;
  /** Failures at each look, where times decide. */
  readonly events?: readonly number[];
  /** Patients of both arms, in the order in which they come, at each look, where counts decide. */
  readonly patients?: readonly number[];
}

/** One-sided level of a claim that looks may spend; undefined where it has none. */
export function sequentialLevel(claim: Claim): number | undefined {
  return isTimeClaim(claim) ? claim.oneSidedAlpha : claim.comparison?.oneSidedAlpha;
}

/** Failures that the last look is planned with; undefined where nothing says so. */
export function plannedEvents(
  { plannedEvents: stated }: Pick<SequentialBlock, 'plannedEvents'>,
  followUp: Pick<FollowUp, 'events'> | undefined,
): number | undefined {
  return stated ?? followUp?.events;
}

/** Whole failures or patients at looks, of so many at the last one. */
export const countsAtLooks = (fractions: readonly number[], most: number): number[] =>
  fractions.map((fraction) => Math.round(fraction * most));

/**
 * The live looks of a valid specification.
 *
 * @throws RangeError if the bounds cannot be placed, or the claim has no level to spend
 */
export function createSequentialDesign(
  block: SequentialBlock,
  claim: Claim,
  sizes: readonly number[],
  followUp: FollowUp | undefined,
): SequentialDesign {
  const oneSidedAlpha = sequentialLevel(claim);
  if (oneSidedAlpha === undefined)
    throw new RangeError(`invalid claim: ${claim.sentence} (has no level to spend)`);
  const { informationFractions, futility, plannedPower: power } = block;
  const total = sizes.reduce((a, b) => a + b, 0);
  const most = isTimeClaim(claim) ? plannedEvents(block, followUp)! : total;
  const atLooks = countsAtLooks(informationFractions, most);
  const efficacy = statedIn(efficacyBounds, block.efficacy);
  const stated = futility && statedIn(futilityBounds, futility);
  const plan = sequentialPlan({
    // Of whole failures or patients: a look has the bounds of what it sees
    fractions: atLooks.map((count) => count / most),
    oneSidedAlpha,
    efficacy: efficacyBounds[efficacy.name].create(efficacy.parameters),
    ...(stated && { futility: futilityBounds[stated.name].create(stated.parameters) }),
    isBinding: futility?.binding === true,
    ...(power !== undefined && { power }),
  });
  return {
    plan,
    efficacyLabel: efficacyBounds[efficacy.name].label,
    ...(stated && { futilityLabel: futilityBounds[stated.name].label }),
    ...(isTimeClaim(claim) ? { events: atLooks } : { patients: atLooks }),
  };
}

/** Patients of each arm among the first so many of a trial whose arms are filled in turn. */
export function sizesAtLook(sizes: readonly number[], patients: number): number[] {
  const order = enrolmentOrder(sizes);
  return sizes.map((_, arm) => order.subarray(0, patients).reduce((sum, a) => sum + (a === arm ? 1 : 0), 0));
}

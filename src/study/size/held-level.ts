import type { Scenario } from '../../scenario/scenario-schema.ts';
import type { Trial } from '../../scenario/trial.ts';
import { isTimeClaim } from '../../trial/claims/definition.ts';
import { statedClaims } from '../../trial/design.ts';
import { type HeldTypeIError, holdTypeIError } from '../threshold/hold-type-i-error.ts';
import type { NuisanceRange } from '../threshold/nuisance-truths.ts';

/** What the decision rule is to hold, and over which values of the truth besides the planned one. */
export interface HeldQuestion {
  /** Type I error to hold; the level that the claim states unless given. */
  readonly target?: number;
  readonly over?: NuisanceRange;
}

/** A threshold that holds a type I error. */
export interface HeldLevel extends HeldTypeIError {
  readonly target: number;
}

/** Level that a claim of a single arm states. */
function levelOfSingleArm({ design }: Scenario): number | undefined {
  const [{ parameters }] = statedClaims(design);
  return (parameters as { readonly oneSidedAlpha?: number }).oneSidedAlpha;
}

/** One-sided level that the first claim states; undefined where it states none. */
function statedLevel({ design }: Trial, scenario: Scenario): number | undefined {
  const [claim] = design.claims;
  return isTimeClaim(claim)
    ? claim.oneSidedAlpha
    : (claim.comparison?.oneSidedAlpha ?? levelOfSingleArm(scenario));
}

/**
 * The threshold of a design’s claim that holds its type I error; undefined where none was asked for and the answer would
 * take simulation, or the claim states no level. A reason where there is no such threshold.
 */
export function heldLevel(
  trial: Trial,
  scenario: Scenario,
  { target, over }: HeldQuestion,
): HeldLevel | { readonly reason: string } | undefined {
  const isAsked = target !== undefined || over !== undefined;
  const level = target ?? statedLevel(trial, scenario);
  if (trial.design.comparisons)
    return isAsked
      ? { reason: 'several arms share a control: a run says which familywise error their level comes to' }
      : undefined;
  if (!isAsked && (level === undefined || trial.design.claims.some(isTimeClaim))) return undefined;
  if (level === undefined) return { reason: 'the claim states no level: give the type I error to hold' };
  const held = holdTypeIError(scenario, { target: level, ...(over && { over }) });
  return 'reason' in held ? held : { ...held, target: level };
}

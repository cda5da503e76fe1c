import type { z } from 'zod';
import type { Equations } from '../../numeric/equations.ts';
import type { EndpointDefinition } from '../../outcomes/endpoints/definition.ts';
import type { ComparedEvents } from '../../outcomes/estimand.ts';
import type { Stratum } from '../../outcomes/within-stratum.ts';
import type { PosteriorFinding } from '../posterior-finding.ts';
import type { TwoArmTest } from '../tests/definition.ts';
import type { TestName } from '../tests/index.ts';
import type { MarginScales } from '../time-margin.ts';
import type { TimeAnalysis, TimeScale } from '../time-tests/definition.ts';
import type { TimeTestName } from '../time-tests/index.ts';

/** Events of evaluable patients, and these patients, of both arms. */
export type EventCounts = readonly [
  controlEvents: number,
  controlSize: number,
  experimentalEvents: number,
  experimentalSize: number,
];

/** What claims have in common, whatever decides them. */
interface AnyClaim {
  readonly endpoint: EndpointDefinition;
  /** Position of its experimental arm; absent where that is the last one. */
  readonly arm?: number;
  /** The endpoint's time as the design states it: years, or days. */
  readonly time: number;
  /** The patients whom it looks at; absent where these are all. */
  readonly stratum?: Stratum;
  /** In words: what is claimed. */
  readonly sentence: string;
  /** How far the experimental arm may be worse, on the scale of the test (two arms), or the null rate (one arm). */
  readonly limit: number;
  /** What the limit of a single arm is called where it is no null rate. */
  readonly limitName?: string;
  /** There where the claim is a trial that is not stopped, whatever its counts. */
  readonly isCompletion?: true;
  /** What the trial found, where the design says so. */
  readonly finding?: PosteriorFinding;
  /** How far the true rates lie inside the claim: above 0 exactly when it is strictly true. */
  slack(controlRate: number, experimentalRate: number): number;
  /** The experimental arm's rate at which the claim is just not true. */
  rateAtMargin(controlRate: number): number;
}

/** A claim that counts decide. */
export interface CountClaim extends AnyClaim {
  /** Name of the test in the registry; undefined where the sentence says how it is decided. */
  readonly test: TestName | undefined;
  /**
   * Its test and one-sided level, that looks may spend; there in two arms, only if the claim passes exactly where that test
   * rejects at that margin: exact power then asks the test. Without it every pair of counts is asked of the claim.
   */
  readonly comparison?: {
    readonly test: TwoArmTest;
    readonly margin: number;
    readonly oneSidedAlpha: number;
  };
  /**
   * Whether the claim passes, for events of evaluable patients; the control counts are 0 of 0 in a single arm.
   * Without a patient in an arm that it needs, it fails.
   */
  passes(
    controlEvents: number,
    controlSize: number,
    experimentalEvents: number,
    experimentalSize: number,
  ): boolean;
  /** The same from the counts of each stratum; there if the test is one of strata, and then it is what decides. */
  passesByStratum?(strata: readonly EventCounts[]): boolean;
}

/** A claim that times of failure decide. */
export interface TimeClaim extends AnyClaim {
  readonly test: TimeTestName;
  readonly events: ComparedEvents;
  readonly oneSidedAlpha: number;
  readonly times: {
    readonly scale: TimeScale;
    /** Normal score at or above which the claim passes, where there are no looks. */
    readonly critical: number;
    /** The margin on both scales, that which does not lead by conversion at the planned rate; absent where there is none. */
    readonly margins?: MarginScales;
    /** That two stated margins disagree, and how; absent where they do not. */
    readonly disagreement?: string;
    readonly plannedControlRate?: number;
    /** A new analysis: it holds buffers of its own. */
    createAnalysis(): TimeAnalysis;
  };
}

/** What a trial sets out to show for one endpoint. */
export type Claim = CountClaim | TimeClaim;

/** Whether times decide a claim. */
export const isTimeClaim = (claim: Claim): claim is TimeClaim => 'times' in claim;

/**
 * The claims of a design that counts decide, all of them.
 *
 * @throws RangeError if times decide one
 */
export function countClaims(claims: readonly Claim[]): CountClaim[] {
  return claims.map((claim) => {
    if (isTimeClaim(claim))
      throw new RangeError(`invalid claim: ${claim.sentence} (times decide it, not counts)`);
    return claim;
  });
}

/** One entry of the registry of claims. */
export interface ClaimDefinition<Parameters extends z.ZodType = z.ZodType> extends Equations {
  readonly summary: string;
  readonly reference: string;
  /** What the claim takes for granted. */
  readonly assumptions?: readonly string[];
  /** Number of arms. */
  readonly arms: 1 | 2;
  /** Whether times of failure decide it, not counts. */
  readonly decidedByTimes?: true;
  readonly parameters: Parameters;
  readonly examples: readonly z.input<Parameters>[];
  /** What is wrong with valid parameters in a single arm of `size` patients, by the key it belongs to. */
  problems?(
    parameters: z.output<Parameters>,
    size: number,
  ): { readonly key: string; readonly message: string }[];
  create(parameters: z.output<Parameters>): Claim;
}

/** Keeps the parameters' type within a definition; the registry holds them untyped. */
export function defineClaim<Parameters extends z.ZodType>(
  definition: ClaimDefinition<Parameters>,
): ClaimDefinition {
  return definition as unknown as ClaimDefinition;
}

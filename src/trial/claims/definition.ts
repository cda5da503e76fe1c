import type { z } from 'zod';
import type { EndpointDefinition } from '../../outcomes/endpoints/definition.ts';
import type { Stratum } from '../../outcomes/within-stratum.ts';
import type { PosteriorFinding } from '../posterior-finding.ts';
import type { TestName } from '../tests/index.ts';

/** Events of evaluable patients, and these patients, of both arms. */
export type EventCounts = readonly [
  controlEvents: number,
  controlSize: number,
  experimentalEvents: number,
  experimentalSize: number,
];

/** What a trial sets out to show for one endpoint. */
export interface Claim {
  readonly endpoint: EndpointDefinition;
  /** The endpoint's time as the design states it: years, or days. */
  readonly time: number;
  /** The patients whom it looks at; absent where these are all. */
  readonly stratum?: Stratum;
  /** In words: what is claimed. */
  readonly sentence: string;
  /** Name of the test in the registry; undefined where the sentence says how it is decided. */
  readonly test: TestName | undefined;
  /** How far the experimental arm may be worse (two arms), or the null rate (one arm). */
  readonly limit: number;
  /** What the limit of a single arm is called where it is no null rate. */
  readonly limitName?: string;
  /** There where the claim is a trial that is not stopped, whatever its counts. */
  readonly isCompletion?: true;
  /** What the trial found, where the design says so. */
  readonly finding?: PosteriorFinding;
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
  /** How far the true rates lie inside the claim: above 0 exactly when it is strictly true. */
  slack(controlRate: number, experimentalRate: number): number;
  /** The experimental arm's rate at which the claim is just not true. */
  rateAtMargin(controlRate: number): number;
}

/** One entry of the registry of claims. */
export interface ClaimDefinition<Parameters extends z.ZodType = z.ZodType> {
  readonly summary: string;
  readonly reference: string;
  /** What the claim takes for granted. */
  readonly assumptions?: readonly string[];
  /** Number of arms. */
  readonly arms: 1 | 2;
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

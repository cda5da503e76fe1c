import type { z } from 'zod';
import type { Equations } from '../../numeric/equations.ts';
import type { EndpointDefinition } from '../../outcomes/endpoints/definition.ts';

/** Why a trial stops early. */
export const verdicts = ['efficacy', 'futility', 'harm'] as const;
export type Verdict = (typeof verdicts)[number];

/** An interim rule of one endpoint in a single arm. */
export interface Rule {
  readonly endpoint: EndpointDefinition;
  /** The endpoint's time as the design states it: years, or days. */
  readonly time: number;
  /** In words: what stops the trial. */
  readonly sentence: string;
  /** Numbers of evaluable patients with a known outcome at which it looks, rising. */
  readonly looks: readonly number[];
  /** The verdict at a look (its position in `looks`) with so many events among the patients looked at. */
  decide(look: number, events: number): Verdict | undefined;
}

/** One entry of the registry of interim rules. */
export interface RuleDefinition<Parameters extends z.ZodType = z.ZodType> extends Equations {
  readonly summary: string;
  readonly reference: string;
  readonly parameters: Parameters;
  readonly examples: readonly z.input<Parameters>[];
  /** What is wrong with valid parameters in a trial of `size` patients, by the key it belongs to. */
  problems(
    parameters: z.output<Parameters>,
    size: number,
  ): { readonly key: string; readonly message: string }[];
  /** Whether a look can stop the trial for efficacy. */
  stopsForEfficacy(parameters: z.output<Parameters>): boolean;
  /** The live rule of a trial of at most `size` patients. */
  create(parameters: z.output<Parameters>, size: number): Rule;
}

/** Keeps the parameters' type within a definition; the registry holds them untyped. */
export function defineRule<Parameters extends z.ZodType>(
  definition: RuleDefinition<Parameters>,
): RuleDefinition {
  return definition as unknown as RuleDefinition;
}

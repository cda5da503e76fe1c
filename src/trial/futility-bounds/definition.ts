import type { z } from 'zod';
import type { Equations } from '../../numeric/equations.ts';
import type { PathLaw } from '../../numeric/path-law.ts';

/** An interim look at which a futility bound is wanted. */
export interface FutilityLook {
  /** Position among the looks. */
  readonly look: number;
  /** Its fraction of the planned information. */
  readonly fraction: number;
  /** Mean of the score at the planned information, where the trial has its power. */
  readonly drift: number;
  /** The last look's efficacy bound, as planned. */
  readonly finalEfficacy: number;
  /** Law of the score under the drift, of the trials that no earlier look has stopped. */
  readonly law: PathLaw;
  /** P(stopped for futility at an earlier look) under the drift. */
  readonly spent: number;
}

/** Futility bounds on the normal score; the last look's is its efficacy bound. */
export interface FutilityBound {
  /** Whether the bounds hang on the drift. */
  readonly needsDrift: boolean;
  /** Whether the bounds hang on the last look’s efficacy bound. */
  readonly needsFinalEfficacy: boolean;
  /** The power that the bounds are made for, where they are. */
  readonly power?: number;
  /** How many interim looks the bounds are for, where that is stated. */
  readonly interimLooks?: number;
  /** The bound of an interim look: below it the trial stops; −∞ where it cannot. */
  interim(look: FutilityLook): number;
}

/** One entry of the registry of futility bounds. */
export interface FutilityBoundDefinition<Parameters extends z.ZodType = z.ZodType> extends Equations {
  /** In running text. */
  readonly label: string;
  readonly summary: string;
  readonly reference: string;
  readonly parameters: Parameters;
  readonly examples: readonly z.input<Parameters>[];
  /** What is wrong with valid parameters for so many looks, the last one included, by the key it belongs to. */
  problems(
    parameters: z.output<Parameters>,
    looks: number,
  ): { readonly key: string; readonly message: string }[];
  create(parameters: z.output<Parameters>): FutilityBound;
}

/** Keeps the parameters' type within a definition; the registry holds them untyped. */
export function defineFutilityBound<Parameters extends z.ZodType>(
  definition: FutilityBoundDefinition<Parameters>,
): FutilityBoundDefinition {
  return definition as unknown as FutilityBoundDefinition;
}

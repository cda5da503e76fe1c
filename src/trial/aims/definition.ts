import type { z } from 'zod';
import type { Equations } from '../../numeric/equations.ts';
import type { EndpointDefinition } from '../../outcomes/endpoints/definition.ts';
import type { EffectEvent } from '../alpha-beta/wrong-sign.ts';

/** Sets of α/β that may have no bound, by how they are found. */
export const setNames = ['fieller', 'profileLikelihood'] as const;
export type SetName = (typeof setNames)[number];

/** What a trial sets out to estimate, in place of a claim. */
export interface Aim {
  readonly endpoint: EndpointDefinition;
  /** The endpoint's time as the design states it: years, or days. */
  readonly time: number;
  /** How dose bears on what is counted: failures of a good event, or harm. */
  readonly event: EffectEvent;
  /** Level of every set, in (0, 1). */
  readonly level: number;
  /** The set that says whether the estimate is of use. */
  readonly primary: SetName;
  /** In words: what is estimated. */
  readonly sentence: string;
}

/** One entry of the registry of aims. */
export interface AimDefinition<Parameters extends z.ZodType = z.ZodType> extends Equations {
  readonly summary: string;
  readonly reference: string;
  /** What the estimate takes for granted. */
  readonly assumptions: readonly string[];
  readonly parameters: Parameters;
  readonly examples: readonly z.input<Parameters>[];
  create(parameters: z.output<Parameters>): Aim;
}

/** Keeps the parameters' type within a definition; the registry holds them untyped. */
export function defineAim<Parameters extends z.ZodType>(
  definition: AimDefinition<Parameters>,
): AimDefinition {
  return definition as unknown as AimDefinition;
}

import type { z } from 'zod';
import type { Equations } from '../../numeric/equations.ts';

/** What efficacy bounds are planned for. */
export interface BoundsPlan {
  /** Fractions of the planned information, rising, the last one 1. */
  readonly fractions: readonly number[];
  /** In (0, 0.5). */
  readonly oneSidedAlpha: number;
}

/** A spending function: each look may spend so much of the level, whenever it comes. */
export interface SpendingRule {
  readonly kind: 'spending';
  /** The level spent up to a fraction of the information above 0; all of it from 1 on. */
  spent(fraction: number, level: number): number;
}

/** A fixed shape: one constant, the last look's bound, is solved so that the level holds. */
export interface ShapeRule {
  readonly kind: 'shape';
  /** The bound of an interim look planned at this fraction, where the last look's is `final`. */
  interim(fraction: number, final: number): number;
  /** The last look's bound where it is stated, not solved: then the level need not hold. */
  readonly final?: (oneSidedAlpha: number) => number;
}

/** Where efficacy bounds come from. */
export type BoundRule = SpendingRule | ShapeRule;

/** One entry of the registry of efficacy bounds. */
export interface EfficacyBoundDefinition<Parameters extends z.ZodType = z.ZodType> extends Equations {
  /** In running text. */
  readonly label: string;
  readonly summary: string;
  readonly reference: string;
  readonly parameters: Parameters;
  readonly examples: readonly z.input<Parameters>[];
  create(parameters: z.output<Parameters>): BoundRule;
}

/** Keeps the parameters' type within a definition; the registry holds them untyped. */
export function defineEfficacyBound<Parameters extends z.ZodType>(
  definition: EfficacyBoundDefinition<Parameters>,
): EfficacyBoundDefinition {
  return definition as unknown as EfficacyBoundDefinition;
}

import type { z } from 'zod';
import type { Equations } from '../../numeric/equations.ts';
import type { LadderMethod } from '../ladder/ladder-method.ts';
import type { LadderProblem } from '../ladder/steps-shape.ts';

/** One entry of the registry of methods of dose finding. */
export interface DoseFindingDefinition<Parameters extends z.ZodType = z.ZodType> extends Equations {
  /** In running text. */
  readonly label: string;
  readonly summary: string;
  readonly reference: string;
  readonly parameters: Parameters;
  readonly examples: readonly z.input<Parameters>[];
  /** Whether a decision waits until the windows of all patients are over. */
  readonly waits: boolean;
  /** What is wrong with valid parameters on a ladder of so many levels, by the key it belongs to. */
  problems(parameters: z.output<Parameters>, levels: number): readonly LadderProblem[];
  /** The live method on a ladder of so many levels. */
  create(parameters: z.output<Parameters>, levels: number): LadderMethod;
}

/** Keeps the parameters' type within a definition; the registry holds them untyped. */
export function defineDoseFinding<Parameters extends z.ZodType>(
  definition: DoseFindingDefinition<Parameters>,
): DoseFindingDefinition {
  return definition as unknown as DoseFindingDefinition;
}

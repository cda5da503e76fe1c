import type { z } from 'zod';

/** One figure of a calculator's answer. */
export interface AnswerRow {
  readonly label: string;
  /** A probability is shown in percent, a count whole, a mean of counts to a tenth, a number as it is. */
  readonly kind: 'probability' | 'count' | 'mean' | 'number';
  /** What was asked for, or what a formula says. */
  readonly nominal?: number;
  /** What it is by enumeration. */
  readonly exact?: number;
  /** Limits of an interval. */
  readonly low?: number;
  readonly high?: number;
}

/** Several designs side by side, in words. */
export interface AnswerTable {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What a calculator answers. */
export interface Answer {
  /** Which variant of the method this is, one sentence each: the convention of the cut-off, the formula, the search. */
  readonly variant: readonly string[];
  readonly rows: readonly AnswerRow[];
  /** What there is to choose among, where that is more than one design. */
  readonly table?: AnswerTable;
  /** Every number by name, rates unrounded, for programs. */
  readonly numbers: Readonly<Record<string, unknown>>;
  /** A sentence fit for a protocol. */
  readonly sentence: string;
  /** The design block of a scenario that does this; absent where the answer is no design. */
  readonly design?: Readonly<Record<string, unknown>>;
}

/** One entry of the registry of calculators. */
export interface CalculatorDefinition<Parameters extends z.ZodType = z.ZodType> {
  readonly summary: string;
  readonly reference: string;
  readonly parameters: Parameters;
  readonly examples: readonly z.input<Parameters>[];
  /** @throws RangeError if there is no answer; where a search is bounded, it says which bound was hit */
  solve(parameters: z.output<Parameters>): Answer;
}

/** Keeps the parameters' type within a definition; the registry holds them untyped. */
export function defineCalculator<Parameters extends z.ZodType>(
  definition: CalculatorDefinition<Parameters>,
): CalculatorDefinition {
  return definition as unknown as CalculatorDefinition;
}

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
  /** What it is by simulation, where enumeration is out of reach; its Monte Carlo standard error is among the numbers. */
  readonly simulated?: number;
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

/** The name of the first number that is not finite. */
function notFinite(value: unknown, name: string): string | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : name;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const found = notFinite(inner, Array.isArray(value) ? name : key);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** An answer whose numbers are all finite. @throws RangeError saying which is not */
function requireFinite(answer: Answer): Answer {
  const label = answer.rows.find((row) => notFinite(row, '') !== undefined)?.label;
  const found = label ?? notFinite(answer.numbers, '');
  if (found !== undefined) throw new RangeError(`too extreme: there is no finite value of “${found}”`);
  return answer;
}

/** Keeps the parameters' type within a definition; the registry holds them untyped. Its answers are finite. */
export function defineCalculator<Parameters extends z.ZodType>(
  definition: CalculatorDefinition<Parameters>,
): CalculatorDefinition {
  const solve = (parameters: z.output<Parameters>): Answer => requireFinite(definition.solve(parameters));
  return { ...definition, solve } as unknown as CalculatorDefinition;
}

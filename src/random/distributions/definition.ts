import type { z } from 'zod';
import type { Equations } from '../../numeric/equations.ts';

/** A probability law as its quantile function. */
export interface Distribution {
  /** The value below which the share `probability`, in (0, 1), lies. */
  quantile(probability: number): number;
  /** {@link quantile} of the first `count` probabilities of a column, in place; there where it is quicker so. */
  readonly quantiles?: (probabilities: Float64Array, count: number) => void;
  /** The value at the standard normal score z: quantile(Φ(z)), without the detour where the law is built on the normal. */
  atNormalScore(z: number): number;
  /**
   * {@link atNormalScore} of the first `count` scores of a column, in place; there where the law is built on the normal,
   * so that its quantile is, to the bit, the value at the normal score of the probability.
   */
  readonly atNormalScores?: (scores: Float64Array, count: number) => void;
  /** Share at or below x. */
  cdf(x: number): number;
  /** Share above x: 1 − cdf(x), with the digits that the difference would lose in the upper tail. */
  survival(x: number): number;
  /** The values of a finite law with their probabilities, rising; absent for a continuous one. */
  readonly atoms?: readonly { readonly value: number; readonly probability: number }[];
  /** Names of the values 0, 1, 2, … of a categorical law. */
  readonly levels?: readonly string[];
}

/** One entry of the registry: how a scenario names a law, and how the law is made from its parameters. */
export interface DistributionDefinition<Parameters extends z.ZodType = z.ZodType> extends Equations {
  readonly summary: string;
  readonly reference: string;
  readonly parameters: Parameters;
  readonly examples: readonly z.infer<Parameters>[];
  create(parameters: z.infer<Parameters>): Distribution;
}

/** Keeps the parameters' type within a definition; the registry holds them untyped. */
export function defineDistribution<Parameters extends z.ZodType>(
  definition: DistributionDefinition<Parameters>,
): DistributionDefinition {
  return definition as unknown as DistributionDefinition;
}

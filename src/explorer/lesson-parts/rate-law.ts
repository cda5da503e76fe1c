import { normalQuadrature } from '../../numeric/normal-quadrature.ts';
import { createLaw } from '../../random/distribution-schema.ts';
import type { Distribution } from '../../random/distributions/definition.ts';
import { claimRates, type Trial } from '../../scenario/trial.ts';

/** A law of α/β: median in Gy, and the standard deviation of its logarithm. */
export const alphaBetaLaw = (median: number, sigma: number): Distribution =>
  createLaw({ logNormal: { median, sigma } });

/** Rates of control of the experimental arm in [0, 1], with the probability of each. */
export interface RateLaw {
  readonly rates: readonly number[];
  readonly weights: ArrayLike<number>;
}

/** Two nodes a standard deviation: rates are so smooth in the score that the error is below 1e-6. */
const LEVEL = 1;

/** The experimental arm's rate over a law of the value at a path, by quadrature. */
export function rateLaw(trial: Trial, path: string, law: Distribution): RateLaw {
  const { nodes, weights } = normalQuadrature(LEVEL);
  const rates = Array.from(nodes, (score) => experimentalRate(trial, path, law.atNormalScore(score)));
  return { rates, weights };
}

/** The experimental arm's rate of the first claim with a value at a path. */
export const experimentalRate = (trial: Trial, path: string, value: number): number =>
  claimRates(trial.design.claims[0], trial.truthInWorld([[path, value]])).experimental;

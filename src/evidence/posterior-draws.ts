import { type ChainSummary, summariseChains } from '../numeric/chain-diagnostics.ts';
import { nelderMead } from '../numeric/nelder-mead.ts';
import { type Chains, sampleMetropolis } from '../random/metropolis.ts';
import type { SeedKey } from '../random/seed-key.ts';
import { factorFromChains, factorFromCurvature } from './proposal-factor.ts';

const CHAINS = 4;
const WARM_UP = 2000;
/** Steps of the pilot chains, whose covariance shapes the proposals of the chains that count. */
const PILOT_STEPS = 4000;
const LEAST_STEPS = 10_000;
/** Steps kept for each draw that is written. */
const THINNING = 20;
/** Chains are run anew, twice as long, until every marginal has this effective size and R̂, or they are so long. */
const LEAST_EFFECTIVE_SIZE = 1000;
const MOST_R_HAT = 1.01;
const MOST_STEPS = 160_000;

/** A variable of a posterior: where the chains move, and what it stands for. */
export interface PosteriorVariable {
  /** The path in a scenario. */
  readonly path: string;
  readonly start: number;
  readonly fromScale: (scaled: number) => number;
  /** Whether the summary is of the value or of its logarithm. */
  readonly summaryScale: 'value' | 'ln';
}

/** One variable's marginal posterior. */
export interface MarginalSummary extends ChainSummary {
  readonly path: string;
  /** What mean, spread and MCSE are of. */
  readonly scale: 'value' | 'ln';
  readonly median: number;
  readonly low95: number;
  readonly high95: number;
}

/** Draws of a posterior: rows of values, and how far the chains can be trusted. */
export interface PosteriorSample {
  readonly paths: readonly string[];
  readonly draws: readonly (readonly number[])[];
  readonly chains: number;
  readonly steps: number;
  readonly acceptance: number;
  readonly marginals: readonly MarginalSummary[];
}

/**
 * Draws from a posterior by Metropolis chains. Pilot chains propose by the curvature at the mode, the chains that count by
 * the pilot's covariance; they grow until they can be trusted, or give up and say so by their R̂.
 *
 * @param lnPosterior on the scale of the variables, up to a constant
 * @param draws how many to keep, in turn from each chain
 * @param name what the streams are for
 */
export function drawPosterior(
  lnPosterior: (point: readonly number[]) => number,
  variables: readonly PosteriorVariable[],
  draws: number,
  key: SeedKey,
  name: string,
): PosteriorSample {
  const cost = (point: readonly number[]): number => -lnPosterior(point);
  const start = variables.map(({ start }) => start);
  const { point: mode } = nelderMead(cost, start);
  const curved = factorFromCurvature(cost, mode);
  const pilotPlan = { chains: CHAINS, warmUp: WARM_UP, steps: PILOT_STEPS, purpose: `${name}/pilot` };
  const pilot = sampleMetropolis(lnPosterior, mode, curved, key, pilotPlan);
  const factor = factorFromChains(pilot.values) ?? curved;
  for (let steps = 2 * Math.ceil(Math.max(LEAST_STEPS, (draws * THINNING) / CHAINS) / 2); ; steps *= 2) {
    const plan = { chains: CHAINS, warmUp: WARM_UP, steps, purpose: name };
    const chains = sampleMetropolis(lnPosterior, mode, factor, key, plan);
    const marginals = variables.map((variable, i) => summarise(variable, chains.values[i]));
    const isTrusted = marginals.every(
      ({ rHat, effectiveSize }) => rHat <= MOST_R_HAT && effectiveSize >= LEAST_EFFECTIVE_SIZE,
    );
    if (!isTrusted && 2 * steps <= MOST_STEPS) continue;
    return {
      paths: variables.map(({ path }) => path),
      draws: thin(chains, variables, draws, steps),
      chains: CHAINS,
      steps,
      acceptance: chains.acceptance,
      marginals,
    };
  }
}

/** Evenly spaced steps, in turn from each chain, so that the first draws are from all of them too. */
function thin(
  { values }: Chains,
  variables: readonly PosteriorVariable[],
  draws: number,
  steps: number,
): number[][] {
  const perChain = Math.ceil(draws / CHAINS);
  return Array.from({ length: draws }, (_, draw) => {
    const at = Math.floor(((Math.floor(draw / CHAINS) + 1) * steps) / perChain) - 1;
    return variables.map(({ fromScale }, i) => fromScale(values[i][draw % CHAINS][at]));
  });
}

function summarise(
  { path, fromScale, summaryScale }: PosteriorVariable,
  chains: readonly Float64Array[],
): MarginalSummary {
  const values = chains.map((chain) =>
    chain.map((x) => (summaryScale === 'ln' ? Math.log(fromScale(x)) : fromScale(x))),
  );
  const sorted = Float64Array.from(chains.flatMap((chain) => [...chain])).sort();
  const quantile = (p: number): number =>
    fromScale(sorted[Math.min(Math.floor(p * sorted.length), sorted.length - 1)]);
  return {
    path,
    scale: summaryScale,
    ...summariseChains(values),
    median: quantile(0.5),
    low95: quantile(0.025),
    high95: quantile(0.975),
  };
}

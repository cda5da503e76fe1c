import { normalQuantile } from '../numeric/normal-quantile.ts';
import type { SeedKey } from './seed-key.ts';
import { fillUniforms, purpose } from './stream.ts';

/** Several chains of a density of a few variables. */
export interface Chains {
  /** By variable, one array a chain: the steps after the warm-up. */
  readonly values: readonly (readonly Float64Array[])[];
  /** Share of proposals that were taken, in (0, 1). */
  readonly acceptance: number;
}

/** How long and where the chains run. */
export interface ChainPlan {
  readonly chains: number;
  readonly warmUp: number;
  readonly steps: number;
  /** What the chains are for; part of the address of their streams. */
  readonly purpose: string;
}

/** Start of a chain, this many standard deviations of the proposal's covariance away from the mode. */
const START_SPREAD = 2;

/**
 * Random-walk Metropolis with normal proposals of covariance 2.38²/d · F·Fᵀ; chains begin spread about the mode.
 *
 * @param lnDensity up to a constant; −∞ outside the domain
 * @param factor lower triangle F of the covariance about the mode
 * @see Roberts, Gelman & Gilks 1997, Ann Appl Probab 7:110 (the scale)
 * @throws RangeError if the density is 0 at the mode
 */
export function sampleMetropolis(
  lnDensity: (point: readonly number[]) => number,
  mode: readonly number[],
  factor: readonly (readonly number[])[],
  key: SeedKey,
  plan: ChainPlan,
): Chains {
  if (!Number.isFinite(lnDensity(mode)))
    throw new RangeError(`invalid mode: ${mode} (its density must be > 0)`);
  const width = mode.length;
  const scale = 2.38 / Math.sqrt(width);
  const values = mode.map(() => Array.from({ length: plan.chains }, () => new Float64Array(plan.steps)));
  const jump = (point: readonly number[], scores: Float64Array, from: number, by: number): number[] =>
    point.map(
      (x, i) => x + by * factor[i].reduce((sum, f, j) => (j <= i ? sum + f * scores[from + j] : sum), 0),
    );
  let taken = 0;
  for (let chain = 0; chain < plan.chains; chain++) {
    const { scores, uniforms } = drawChain(key, plan, chain, width);
    let point = startNear(lnDensity, mode, (by) => jump(mode, scores, 0, by));
    let density = lnDensity(point);
    for (let step = 0; step < plan.warmUp + plan.steps; step++) {
      const next = jump(point, scores, width * (step + 1), scale);
      const nextDensity = lnDensity(next);
      if (Math.log(uniforms[step]) < nextDensity - density) {
        [point, density] = [next, nextDensity];
        if (step >= plan.warmUp) taken++;
      }
      for (let i = 0; step >= plan.warmUp && i < width; i++) values[i][chain][step - plan.warmUp] = point[i];
    }
  }
  return { values, acceptance: taken / (plan.chains * plan.steps) };
}

/** Normal scores of the start and the proposals, and uniforms of the decisions; chain k has the streams of replicate k. */
function drawChain(
  key: SeedKey,
  plan: ChainPlan,
  chain: number,
  width: number,
): { scores: Float64Array; uniforms: Float64Array } {
  const steps = plan.warmUp + plan.steps;
  const address = (what: string) => ({
    world: 0,
    replicate: chain,
    purpose: purpose(`${plan.purpose}/${what}`),
  });
  const scores = new Float64Array(width * (steps + 1));
  fillUniforms(key, address('proposal'), scores, scores.length);
  for (let i = 0; i < scores.length; i++) scores[i] = normalQuantile(scores[i]);
  const uniforms = new Float64Array(steps);
  fillUniforms(key, address('acceptance'), uniforms, steps);
  return { scores, uniforms };
}

/** A start away from the mode; nearer where it would lie outside the domain. */
function startNear(
  lnDensity: (point: readonly number[]) => number,
  mode: readonly number[],
  away: (by: number) => number[],
): readonly number[] {
  for (let by = START_SPREAD; by > 0.01; by /= 2) {
    const point = away(by);
    if (Number.isFinite(lnDensity(point))) return point;
  }
  return mode;
}

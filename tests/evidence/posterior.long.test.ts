import { describe, expect, it } from 'vitest';
import { controlFitModels } from '../../src/evidence/control-models/index.ts';
import {
  ALPHA_BETA_PRIOR,
  controlLogPosterior,
  controlVariables,
} from '../../src/evidence/control-posterior.ts';
import { createControlFitter } from '../../src/evidence/fit-control.ts';
import { hasWound } from '../../src/evidence/fit-wounds.ts';
import { drawPosterior, type PosteriorVariable } from '../../src/evidence/posterior-draws.ts';
import { woundLogPosterior } from '../../src/evidence/wound-calibration.ts';
import { summariseChains } from '../../src/numeric/chain-diagnostics.ts';
import { seedKey } from '../../src/random/seed-key.ts';
import { controlRows, evidence, withoutTwelve } from '../fixtures/evidence.ts';

const PHI = 1.652056;
const model = controlFitModels.residualDisease;
const fitter = createControlFitter(model, controlRows);
const lnPosterior = controlLogPosterior(model, fitter, withoutTwelve, PHI);
const variables = controlVariables(model);

/** Bound in Monte Carlo standard errors: eight comparisons, false alarms below 1e-6. */
const BOUND = 5.4;

/** Marginal means and variances on a grid: midpoints of equal cells over a box. */
function gridMoments(
  lnDensity: (point: readonly number[]) => number,
  box: readonly (readonly [low: number, high: number, cells: number])[],
  values: readonly ((x: number) => number)[],
): { mean: number; variance: number }[] {
  const sums = box.map(() => [0, 0]);
  let total = 0;
  const visit = (point: number[]): void => {
    if (point.length < box.length) {
      const [low, high, cells] = box[point.length];
      for (let i = 0; i < cells; i++) visit([...point, low + ((i + 0.5) * (high - low)) / cells]);
      return;
    }
    const weight = Math.exp(lnDensity(point) - offset);
    total += weight;
    point.forEach((x, i) => {
      const value = values[i](x);
      sums[i][0] += weight * value;
      sums[i][1] += weight * value * value;
    });
  };
  const offset = lnDensity(box.map(([low, high]) => 0.5 * (low + high)));
  visit([]);
  return sums.map(([first, second]) => ({
    mean: first / total,
    variance: second / total - (first / total) * (first / total),
  }));
}

const summarised = ({ summaryScale, fromScale }: PosteriorVariable) =>
  summaryScale === 'ln' ? (x: number) => Math.log(fromScale(x)) : fromScale;

/** Mean and variance of draws against exact ones; draws are taken in turn from four chains. */
function expectMoments(
  draws: readonly (readonly number[])[],
  vars: readonly PosteriorVariable[],
  exact: readonly { mean: number; variance: number }[],
): void {
  exact.forEach(({ mean, variance }, i) => {
    const of = (f: (value: number) => number) =>
      summariseChains(
        [0, 1, 2, 3].map((chain) =>
          Float64Array.from(
            draws.filter((_, k) => k % 4 === chain),
            (row) => f(vars[i].summaryScale === 'ln' ? Math.log(row[i]) : row[i]),
          ),
        ),
      );
    const first = of((x) => x);
    const second = of((x) => (x - mean) * (x - mean));
    expect(Math.abs(first.mean - mean) / first.mcse).toBeLessThan(BOUND);
    expect(Math.abs(second.mean - variance) / second.mcse).toBeLessThan(BOUND);
  });
}

describe('posterior of local control', () => {
  it('is what it says: likelihood to the power 1/φ, the fit’s prior, uniform q, log-normal α/β', () => {
    const [q, maxLn, alphaBetaGy] = [0.31, 16.5, 3.2];
    const point = [Math.log(q / (1 - q)), Math.log(maxLn), Math.log(alphaBetaGy)];
    const deviance = fitter.dataDeviance(alphaBetaGy, [q, maxLn], withoutTwelve);
    const clonogens = (maxLn - Math.log(1e6)) / (1.5 * Math.log(10));
    const z = Math.log(alphaBetaGy / 4.9) / 1.127;
    const volume = Math.log(q * (1 - q)) + Math.log(maxLn);
    expect(lnPosterior(point)).toBeCloseTo(
      -0.5 * (deviance / PHI + clonogens * clonogens + z * z) + volume,
      10,
    );
    expect(lnPosterior([0, 5, 1])).toBe(-Infinity);
    expect(lnPosterior([0, 2.8, Math.log(ALPHA_BETA_PRIOR.highGy) + 0.01])).toBe(-Infinity);
  });

  it('draws have the marginal means and spreads of a grid', () => {
    const exact = gridMoments(
      lnPosterior,
      [
        [-2.6, 1.2, 44],
        [2, 3.9, 44],
        [Math.log(ALPHA_BETA_PRIOR.lowGy), Math.log(ALPHA_BETA_PRIOR.highGy), 66],
      ],
      variables.map(summarised),
    );
    const { draws, marginals } = drawPosterior(lnPosterior, variables, 4000, seedKey('grid'), 'test');
    expectMoments(draws, variables, exact);
    for (const [i, { mean, mcse, rHat, effectiveSize }] of marginals.entries()) {
      expect(Math.abs(mean - exact[i].mean) / mcse).toBeLessThan(BOUND);
      expect(rHat).toBeLessThan(1.01);
      expect(effectiveSize).toBeGreaterThan(1000);
    }
  });

  it('repeats by seed', () => {
    const of = (seed: string, draws: number) =>
      drawPosterior(lnPosterior, variables, draws, seedKey(seed), 'test').draws;
    expect(of('a', 40)).toEqual(of('a', 40));
    expect(of('a', 40)).not.toEqual(of('b', 40));
  });
});

describe('posterior of wounds', () => {
  it('draws have the marginal means and spreads of a grid', () => {
    const rows = evidence.filter(hasWound).filter(({ wound }) => wound.use === 'strict');
    const lnWounds = woundLogPosterior(rows, 10, 1);
    const plain = ['intercept', 'slopePer10Gy'].map(
      (path): PosteriorVariable => ({ path, start: 0, fromScale: (x) => x, summaryScale: 'value' }),
    );
    const exact = gridMoments(
      lnWounds,
      [
        [-1.6, 0, 160],
        [-1.3, 1.4, 160],
      ],
      plain.map(summarised),
    );
    const { draws } = drawPosterior(lnWounds, plain, 4000, seedKey('wounds'), 'test');
    expectMoments(draws, plain, exact);
  });
});

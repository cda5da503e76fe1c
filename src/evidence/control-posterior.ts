import type { ControlFitModel } from './control-models/definition.ts';
import type { ControlFitter } from './fit-control.ts';
import type { PosteriorVariable } from './posterior-draws.ts';

/**
 * The prior of the median α/β: log-normal, wide enough for 14 cell lines whose median is 4.9 Gy and of which six lie
 * below 4 Gy, held to [0.05, 1000] Gy. An assumption: cells in vitro are not patients.
 *
 * @see Haas et al. 2021, Radiat Res 196:23
 */
export const ALPHA_BETA_PRIOR = { medianGy: 4.9, sigma: 1.127, lowGy: 0.05, highGy: 1000 } as const;

/** Where a scenario keeps the median α/β. */
const ALPHA_BETA_PATH = 'truth.cohort.heterogeneity.alphaBetaGy.logNormal.median';

/** The variables of the posterior: the model's parameters and the median α/β, on its logarithm. */
export function controlVariables(model: ControlFitModel): PosteriorVariable[] {
  return [
    ...model.parameters.map(
      ({ name, toScale, fromScale, start, lnVolume }): PosteriorVariable => ({
        path: `truth.localControl.${name}`,
        start: toScale(start),
        fromScale,
        summaryScale: lnVolume(0) === 0 && lnVolume(1) === 0 ? 'ln' : 'value',
      }),
    ),
    {
      path: ALPHA_BETA_PATH,
      start: Math.log(ALPHA_BETA_PRIOR.medianGy),
      fromScale: Math.exp,
      summaryScale: 'ln',
    },
  ];
}

/**
 * ln posterior of the parameters and ln α/β, up to a constant: binomial likelihood of the included studies to the power
 * 1/φ, the fit's weak prior, the parameters' priors and that of α/β.
 */
export function controlLogPosterior(
  model: ControlFitModel,
  fitter: ControlFitter,
  included: readonly boolean[],
  overdispersion: number,
): (point: readonly number[]) => number {
  const { medianGy, sigma, lowGy, highGy } = ALPHA_BETA_PRIOR;
  return (point) => {
    const alphaBetaGy = Math.exp(point[point.length - 1]);
    if (!(alphaBetaGy >= lowGy && alphaBetaGy <= highGy)) return -Infinity;
    const values = model.parameters.map(({ fromScale }, i) => fromScale(point[i]));
    const isInside = model.parameters.every(({ range }, i) => values[i] > range[0] && values[i] < range[1]);
    if (!isInside) return -Infinity;
    const z = Math.log(alphaBetaGy / medianGy) / sigma;
    const volume = model.parameters.reduce((sum, { lnVolume }, i) => sum + lnVolume(point[i]), 0);
    const deviance = fitter.dataDeviance(alphaBetaGy, values, included);
    // ln p = −D/(2φ) − penalty/2 − z²/2 + ln |dθ/dx|
    return -0.5 * (deviance / overdispersion + model.penalty(values) + z * z) + volume;
  };
}

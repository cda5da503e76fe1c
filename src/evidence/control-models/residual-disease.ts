import { exponentialIntegral } from '../../numeric/exponential-integral.ts';
import type { DoseSums } from '../../radiobiology/linear-quadratic.ts';
import { probabilityScale } from '../fit-scales.ts';
import { CLONOGEN_RANGE, type Heterogeneity, tabulateSterilisation } from '../population-sterilisation.ts';
import type { ControlFitModel } from './definition.ts';

/**
 * How patients are taken to differ.
 *
 * @see Haas et al. 2021, Radiat Res 196:23 (14 sarcoma lines: SF2 0.52, from 0.27 to 0.76)
 */
export const HETEROGENEITY: Heterogeneity = { medianSf2: 0.52, sigmaEffect: 0.459, sigmaAlphaBeta: 0.6 };

/** The weak prior: up to 10⁶ clonogens, give or take 1.5 decades. */
const PRIOR_MEAN = Math.log(1e6);
const PRIOR_SPREAD = 1.5 * Math.log(10);

/** Share of residual disease that is sterilised without radiotherapy: its clonogens may number so few that none takes. */
function sterilisedWithoutDose(maxLnClonogens: number): number {
  // [E₁(1) − E₁(e^L)]/L
  return (exponentialIntegral(1) - exponentialIntegral(Math.exp(maxLnClonogens))) / maxLnClonogens;
}

/** Positions of equal doses are one. */
function distinct(doses: readonly (DoseSums | undefined)[]): { unique: DoseSums[]; positions: number[] } {
  const unique: DoseSums[] = [];
  const positions = doses.map((dose) => {
    if (!dose) return -1;
    const known = unique.findIndex(
      (other) => other.doseGy === dose.doseGy && other.doseSquaredGy2 === dose.doseSquaredGy2,
    );
    return known >= 0 ? known : unique.push(dose) - 1;
  });
  return { unique, positions };
}

export const residualDisease: ControlFitModel = {
  name: 'residualDisease',
  summary: 'Residual clonogens, log-uniform in number, that radiotherapy must sterilise; patients differ.',
  reference: 'Withers, Peters & Taylor 1995, IJROBP 31:353',
  assumptions: [
    'a share of patients keeps clonogens after surgery; their number is log-uniform from 1 up; Poisson survival',
    'SF2 as in 14 sarcoma lines in vitro (median 0.52, Haas 2021), independent of α/β; ln α/β varies between patients by 0.6',
    'α/β is not truncated: a cut at 40 Gy would bite where its median is large',
  ],
  parameters: [
    {
      name: 'residualProbability',
      label: 'residual disease without radiotherapy',
      ...probabilityScale,
      start: 0.28,
      range: [0, 1],
      prior: 'uniform from 0 to 1',
    },
    {
      name: 'maxLnClonogens',
      label: 'ln of the largest number of clonogens',
      toScale: Math.log,
      fromScale: Math.exp,
      lnVolume: (x) => x,
      start: 18,
      range: [1, 60],
      prior: 'normal, mean ln 10⁶, standard deviation 1.5 decades',
    },
  ],
  // ((L − ln 10⁶)/(1.5 ln 10))²
  penalty: ([, maxLnClonogens]) => {
    const z = (maxLnClonogens - PRIOR_MEAN) / PRIOR_SPREAD;
    return z * z;
  },
  bind: (doses) => {
    const { unique, positions } = distinct(doses);
    const tables = tabulateSterilisation(unique, HETEROGENEITY);
    return (alphaBetaGy) => {
      const shares = tables(alphaBetaGy);
      return ([residualProbability, maxLnClonogens]) => {
        const { low, high } = CLONOGEN_RANGE;
        if (!(maxLnClonogens >= low && maxLnClonogens <= high))
          return new Float64Array(doses.length).fill(Number.NaN);
        const sterilised = shares(maxLnClonogens);
        const untreated = sterilisedWithoutDose(maxLnClonogens);
        // LC∞ = 1 − q(1 − TCP)
        return Float64Array.from(
          positions,
          (at) => 1 - residualProbability * (1 - (at < 0 ? untreated : sterilised[at])),
        );
      };
    };
  },
};

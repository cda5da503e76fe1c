import type { CalibrationResult } from '../../evidence/calibration-result.ts';
import { controlFitModels } from '../../evidence/control-models/index.ts';
import type { Markup } from '../markup.ts';
import type { Method } from '../method.ts';
import { methodsList } from './methods.ts';

const EQUIVALENT_DOSE: Method = {
  name: 'Linear-quadratic model',
  text: 'EQD2 = (Σd·(α/β) + Σd²)/(2 + α/β). Full repair between fractions, no repopulation.',
  reference: 'Fowler 1989, Br J Radiol 62:679',
};
const LIKELIHOOD: Method = {
  name: 'Fit',
  text: 'Least sum of the binomial deviances 2·[k·ln(k/(n·p)) + (n − k)·ln((n − k)/(n − n·p))] and of a weak prior, over all parameters but α/β; p = 1 − (1 − LC∞)·F(t) at the study’s own time, F the latency.',
  reference: 'McCullagh & Nelder 1989, Generalized Linear Models, 2nd ed., §4',
};
const PROFILE: Method = {
  name: 'Profile of α/β, 95 % sets',
  text: 'At each α/β of a grid the other parameters are fitted anew; the set holds the α/β whose objective exceeds the least by no more than 3.84, from the first to the last such value.',
  reference: 'Venzon & Moolgavkar 1988, Appl Stat 37:87',
};
const OVERDISPERSION: Method = {
  name: 'Over-dispersion',
  text: 'φ = least objective/(irradiated studies − 1), at least 1; adjusted sets use 3.84·φ.',
  reference: 'McCullagh & Nelder 1989, §4.5 (idea)',
};
const LEAVING_OUT: Method = {
  name: 'Leaving out one study',
  text: 'The profile anew without each irradiated study in turn; a study decides if without it the former best α/β is refused.',
  reference: 'Viechtbauer & Cheung 2010, Res Synth Methods 1:112',
};
const INTERVALS: Method = {
  name: 'Exact intervals',
  text: 'Quantiles 0.025 of Beta(k, n − k + 1) and 0.975 of Beta(k + 1, n − k).',
  reference: 'Clopper & Pearson 1934, Biometrika 26:404',
};
const WOUNDS: Method = {
  name: 'Wound complications',
  text: 'logit p = b₀ + s·(EQD2 − 50)/10 by maximum likelihood; band: b₀ + s·x ± 1.96·√(V00 + 2x·V01 + x²·V11).',
  reference: 'McCullagh & Nelder 1989, §4.4',
};
const COSTS: Method = {
  name: 'Patients an arm',
  text: 'n = (z₁₋α/₂ + z_power)²·(p₁(1 − p₁) + p₂(1 − p₂))/(p₁ − p₂)².',
  reference: 'Chow, Shao & Wang 2008, Sample Size Calculations in Clinical Research, 2nd ed., §4.2',
};
const DRAWS: Method = {
  name: 'Posterior draws',
  text: 'Random-walk Metropolis chains from the mode, with proposals shaped by pilot chains; likelihood to the power 1/φ. R̂ and effective size by split chains; MCSE = SD/√(effective size).',
  reference: 'Gelman et al. 2013, Bayesian Data Analysis, 3rd ed., §11',
};

/** How the calibration was made. */
export function calibrationMethodsSection({ model, wounds }: CalibrationResult): Markup {
  const { summary, reference } = controlFitModels[model as keyof typeof controlFitModels];
  return methodsList([
    { name: `Local control: ${model}`, text: summary, reference },
    EQUIVALENT_DOSE,
    LIKELIHOOD,
    PROFILE,
    OVERDISPERSION,
    LEAVING_OUT,
    INTERVALS,
    ...(wounds ? [WOUNDS] : []),
    COSTS,
    DRAWS,
  ]);
}

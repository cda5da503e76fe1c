import type { ControlFitModel } from './control-models/definition.ts';
import { ALPHA_BETA_PRIOR } from './control-posterior.ts';
import { LATENCY } from './fit-control.ts';

/** What every calibration takes for granted, the model's premises first. */
export function calibrationAssumptions(model: ControlFitModel): string[] {
  const { medianGy, sigma, lowGy, highGy } = ALPHA_BETA_PRIOR;
  return [
    ...model.assumptions,
    ...model.parameters.map(({ name, prior }) => `prior of ${name}: ${prior}`),
    `failures show over time by a log-normal law, median ${LATENCY.medianYears} years, sigma ${LATENCY.sigma}, whatever the dose`,
    'counts from printed rates are rounded, and studies differ in case mix, surgery, drugs, era and how they count: α/β takes up what of this goes with fraction size',
    'over-dispersion φ: minimum of the objective over irradiated studies less one, at least 1; adjusted sets use 3.84·φ, draws the likelihood to the power 1/φ',
    `prior of the median α/β in the draws: log-normal, median ${medianGy} Gy, sigma ${sigma} (14 sarcoma lines in vitro, Haas 2021), from ${lowGy} to ${highGy} Gy; it decides where the studies do not`,
    'linear-quadratic effect of fraction size at every dose; full repair between fractions; no repopulation; drugs and hyperthermia without effect',
    'wounds: logistic in EQD2 before surgery at the wound’s own α/β; its draws are independent of those of local control',
  ];
}

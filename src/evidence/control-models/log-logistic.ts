import { expit } from '../../numeric/logit.ts';
import { eqd2 } from '../../radiobiology/linear-quadratic.ts';
import { logarithmicScale, probabilityScale } from '../fit-scales.ts';
import type { ControlFitModel } from './definition.ts';

const PRIOR_GAMMA50 = 0.8;
const PRIOR_SPREAD = 0.7;

export const logLogistic: ControlFitModel = {
  name: 'logLogistic',
  summary: 'Log-logistic in EQD2 above what surgery alone controls; one α/β for all patients.',
  reference: 'Bentzen & Tucker 1997, Int J Radiat Biol 71:531; floor added for surgery',
  assumptions: [
    'radiotherapy adds to what surgery alone controls, by a log-logistic curve in EQD2',
    'one α/β for all patients: in a scenario whose patients differ, a draw of it is the median',
  ],
  parameters: [
    {
      name: 'surgeryAlone',
      label: 'long-run control by surgery alone',
      ...probabilityScale,
      start: 0.72,
      range: [0, 0.999],
      prior: 'uniform from 0 to 1',
    },
    {
      name: 'd50Gy',
      label: 'EQD2 half-way between the floor and 1, in Gy',
      ...logarithmicScale,
      start: 30,
      range: [1, 1000],
      prior: 'log-uniform from 1 to 1000 Gy',
    },
    {
      name: 'gamma50',
      label: 'normalised slope at D50',
      ...logarithmicScale,
      start: 0.6,
      range: [0.01, 20],
      prior: 'log-normal, median 0.8, sigma 0.7',
    },
  ],
  // ((ln γ50 − ln 0.8)/0.7)²
  penalty: ([, , gamma50]) => {
    const z = (Math.log(gamma50) - Math.log(PRIOR_GAMMA50)) / PRIOR_SPREAD;
    return z * z;
  },
  bind: (doses) => (alphaBetaGy) => {
    const eqd2Gy = doses.map((dose) => (dose ? eqd2(dose, alphaBetaGy) : 0));
    return ([surgeryAlone, d50Gy, gamma50]) =>
      // LC∞ = c + (1 − c)/(1 + (D50/EQD2)^(4 γ50))
      Float64Array.from(eqd2Gy, (dose) =>
        dose === 0
          ? surgeryAlone
          : surgeryAlone + (1 - surgeryAlone) * expit(4 * gamma50 * Math.log(dose / d50Gy)),
      );
  },
};

import { complicationModels } from '../../radiobiology/complications/index.ts';
import { createLogistic } from '../../radiobiology/complications/logistic.ts';
import { type EndpointDefinition, LATE_ALPHA_BETA_GY, lateComplication } from './definition.ts';

export const oedema: EndpointDefinition = {
  ...lateComplication,
  name: 'oedema',
  label: 'oedema',
  summary: 'Oedema of grade 2 or more by a time from surgery.',
  reference: 'Davis 2005, Radiother Oncol 75:48: 11 of 73 at 2 years after 50 Gy before surgery',
  models: {
    ...complicationModels,
    logistic: createLogistic({
      what: 'oedema',
      alphaBetaGy: LATE_ALPHA_BETA_GY,
      slopePer10Gy: 0.17,
      intercept: Math.log(11 / 62),
      basis:
        'assumptions; half the slope between 11 of 73 after 50 Gy before surgery and 23.2 % after 66 Gy after it (Davis 2005)',
    }),
  },
};

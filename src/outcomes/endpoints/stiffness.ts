import { complicationModels } from '../../radiobiology/complications/index.ts';
import { createLogistic } from '../../radiobiology/complications/logistic.ts';
import { type EndpointDefinition, LATE_ALPHA_BETA_GY, lateComplication } from './definition.ts';

export const stiffness: EndpointDefinition = {
  ...lateComplication,
  name: 'stiffness',
  label: 'joint stiffness',
  summary: 'Joint stiffness of grade 2 or more by a time from surgery.',
  reference: 'Davis 2005, Radiother Oncol 75:48: 17.8 % (13 of 73) at 2 years after 50 Gy before surgery',
  models: {
    ...complicationModels,
    logistic: createLogistic({
      what: 'joint stiffness',
      alphaBetaGy: LATE_ALPHA_BETA_GY,
      slopePer10Gy: 0.1,
      intercept: Math.log(13 / 60),
      basis:
        'assumptions; half the slope between 17.8 % after 50 Gy before surgery and 23.2 % after 66 Gy after it (Davis 2005)',
    }),
  },
};

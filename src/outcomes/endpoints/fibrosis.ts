import { complicationModels } from '../../radiobiology/complications/index.ts';
import { createLogistic } from '../../radiobiology/complications/logistic.ts';
import { type EndpointDefinition, LATE_ALPHA_BETA_GY, lateComplication } from './definition.ts';

export const fibrosis: EndpointDefinition = {
  ...lateComplication,
  name: 'fibrosis',
  label: 'fibrosis',
  summary: 'Fibrosis of grade 2 or more by a time from surgery.',
  reference: 'Davis 2005, Radiother Oncol 75:48: 23 of 73 at 2 years after 50 Gy before surgery',
  models: {
    ...complicationModels,
    logistic: createLogistic({
      what: 'fibrosis',
      alphaBetaGy: LATE_ALPHA_BETA_GY,
      slopePer10Gy: 0.22,
      intercept: Math.log(23 / 50),
      basis:
        'assumptions; half the slope between 23 of 73 after 50 Gy before surgery and 27 of 56 after 66 Gy after it (Davis 2005)',
    }),
  },
};

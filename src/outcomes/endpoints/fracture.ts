import { complicationModels } from '../../radiobiology/complications/index.ts';
import { createLogistic } from '../../radiobiology/complications/logistic.ts';
import { type EndpointDefinition, LATE_ALPHA_BETA_GY, lateComplication } from './definition.ts';

export const fracture: EndpointDefinition = {
  ...lateComplication,
  name: 'fracture',
  label: 'fracture',
  summary: 'Fracture of an irradiated bone by a time from surgery.',
  reference: 'a series of intensity-modulated radiotherapy: 6.7 % (2.8 to 16) at 5 years',
  models: {
    ...complicationModels,
    logistic: createLogistic({
      what: 'fracture',
      alphaBetaGy: LATE_ALPHA_BETA_GY,
      slopePer10Gy: 0.22,
      intercept: Math.log(0.067 / 0.933),
      basis: 'assumptions; the slope is that of fibrosis',
    }),
  },
};

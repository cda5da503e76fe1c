import { complicationModels } from '../../radiobiology/complications/index.ts';
import { createLogistic } from '../../radiobiology/complications/logistic.ts';
import { type EndpointDefinition, LATE_ALPHA_BETA_GY, lateComplication } from './definition.ts';

export const lateToxicity: EndpointDefinition = {
  ...lateComplication,
  name: 'lateToxicity',
  label: 'late toxicity',
  summary: 'Late toxicity of grade 2 or more of any kind by a time from treatment.',
  reference: 'Aluwini 2016, Lancet Oncol 17:464 (HYPRO: late genitourinary and gastrointestinal toxicity)',
  models: {
    ...complicationModels,
    logistic: createLogistic({
      what: 'late toxicity',
      alphaBetaGy: LATE_ALPHA_BETA_GY,
      slopePer10Gy: 0.22,
      intercept: Math.log(23 / 50),
      basis: 'assumptions, as for fibrosis',
    }),
  },
};

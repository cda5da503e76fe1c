import { complicationModels } from '../../radiobiology/complications/index.ts';
import { type EndpointDefinition, lateComplication } from './definition.ts';

export const lateToxicity: EndpointDefinition = {
  ...lateComplication,
  name: 'lateToxicity',
  label: 'late toxicity',
  summary: 'Late toxicity of grade 2 or more of any kind by a time from treatment.',
  reference: 'Aluwini 2016, Lancet Oncol 17:464 (HYPRO: late genitourinary and gastrointestinal toxicity)',
  models: complicationModels,
};

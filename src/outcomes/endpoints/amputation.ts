import { complicationModels } from '../../radiobiology/complications/index.ts';
import { type EndpointDefinition, lateComplication } from './definition.ts';

export const amputation: EndpointDefinition = {
  ...lateComplication,
  name: 'amputation',
  label: 'vascular damage or amputation',
  summary: 'Vascular occlusion or amputation by a time from surgery: rare, until the dose is very large.',
  reference:
    'Leite 2021, Radiother Oncol 161:222: 4 amputations of 25 after 5 × 8 Gy, 3 of them for vascular occlusion; a log-logistic through under 1 % at 55 Gy and 16 % at 88 Gy EQD2 (α/β 3) is an assumption',
  models: complicationModels,
};

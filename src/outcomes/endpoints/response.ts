import { statedRates } from '../../radiobiology/stated-rates.ts';
import { logLogistic } from '../../radiobiology/tumour-control/log-logistic.ts';
import { logistic } from '../../radiobiology/tumour-control/logistic.ts';
import type { EndpointDefinition } from './definition.ts';

export const response: EndpointDefinition = {
  name: 'response',
  label: 'response',
  summary: 'Response of the tumour, as seen at surgery (within 0 days) or by days from it.',
  reference: 'Lansu 2021, JAMA Oncol 7:e205865 (DOREMY: extensive pathological response)',
  eventIsGood: true,
  timeKey: 'withinDays',
  countsPostoperative: false,
  modelKind: 'response model',
  // Cells that survive, and those that are cut out, say nothing of a response
  models: { logistic, logLogistic, statedRates },
};

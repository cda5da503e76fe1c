import { complicationModels } from '../../radiobiology/complications/index.ts';
import type { EndpointDefinition } from './definition.ts';

export const woundComplication: EndpointDefinition = {
  name: 'woundComplication',
  label: 'wound complications',
  summary: 'Major wound complication within days of surgery; 120 days unless stated.',
  reference: 'O’Sullivan 2002, Lancet 359:2235. doi:10.1016/S0140-6736(02)09292-9',
  eventIsGood: false,
  timeKey: 'withinDays',
  countsPostoperative: false,
  modelKind: 'complication model',
  models: complicationModels,
};

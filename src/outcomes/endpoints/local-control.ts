import { tumourControlModels } from '../../radiobiology/tumour-control/index.ts';
import type { EndpointDefinition } from './definition.ts';

export const localControl: EndpointDefinition = {
  name: 'localControl',
  label: 'local control',
  summary: 'No local failure by a time from surgery; without a latency, the long-run rate.',
  reference: 'time from surgery; failure as first local recurrence',
  eventIsGood: true,
  timeKey: 'atYears',
  countsPostoperative: true,
  modelKind: 'tumour-control model',
  models: tumourControlModels,
};

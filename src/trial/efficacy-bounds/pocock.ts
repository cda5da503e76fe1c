import { strict } from '../../numeric/quantities.ts';
import { shapedBound } from '../group-sequential/efficacy-bound.ts';
import { defineEfficacyBound } from './definition.ts';

export const pocock = defineEfficacyBound({
  label: 'Pocock bounds',
  summary: 'The same bound at every look.',
  reference: 'Pocock 1977, Biometrika 64:191',
  equations: ['z_k = z_K'],
  symbols: {},
  parameters: strict({}),
  examples: [{}],
  create: () => shapedBound((_, final) => final),
});

import { strict } from '../../numeric/quantities.ts';
import { shapedBound } from '../group-sequential/efficacy-bound.ts';
import { defineEfficacyBound } from './definition.ts';

export const obrienFleming = defineEfficacyBound({
  label: 'O’Brien–Fleming bounds',
  summary:
    'Bounds that fall with the root of the information: hard to cross early, the last near the fixed one.',
  reference: 'O’Brien & Fleming 1979, Biometrics 35:549',
  equations: ['z_k = z_K/√(τ_k)'],
  symbols: {},
  parameters: strict({}),
  examples: [{}],
  // z_k = z_K/√t_k
  create: () => shapedBound((fraction, final) => final / Math.sqrt(fraction)),
});

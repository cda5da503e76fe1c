import { positive, strict } from '../../numeric/quantities.ts';
import { spendingBound } from '../group-sequential/efficacy-bound.ts';
import { defineEfficacyBound } from './definition.ts';

export const kimDeMets = defineEfficacyBound({
  label: 'Kim–DeMets power spending',
  summary: 'Spends by a power of the information: 1 in proportion to it, 3 near O’Brien–Fleming.',
  reference: 'Kim & DeMets 1987, Biometrika 74:149',
  equations: ['α(τ) = α·τ^ρ'],
  symbols: { rho: 'ρ' },
  parameters: strict({ rho: positive('the power; the higher, the less is spent early').max(40) }),
  examples: [{ rho: 3 }, { rho: 1 }],
  // α(t) = α t^ρ
  create: ({ rho }) => spendingBound((fraction, level) => level * Math.exp(rho * Math.log(fraction))),
});

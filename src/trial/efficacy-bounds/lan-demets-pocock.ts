import { strict } from '../../numeric/quantities.ts';
import { spendingBound } from '../group-sequential/efficacy-bound.ts';
import { defineEfficacyBound } from './definition.ts';

export const lanDeMetsPocock = defineEfficacyBound({
  label: 'Lan–DeMets spending of Pocock type',
  summary: 'Spends evenly enough that the bounds hardly change, at whatever information the looks come.',
  reference: 'Lan & DeMets 1983, Biometrika 70:659',
  equations: ['α(τ) = α·ln(1 + (e − 1)·τ)'],
  symbols: {},
  parameters: strict({}),
  examples: [{}],
  // α(t) = α ln(1 + (e − 1) t)
  create: () => spendingBound((fraction, level) => level * Math.log1p((Math.E - 1) * fraction)),
});

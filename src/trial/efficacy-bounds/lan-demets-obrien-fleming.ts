import { normalCdf } from '../../numeric/normal-cdf.ts';
import { normalQuantile } from '../../numeric/normal-quantile.ts';
import { strict } from '../../numeric/quantities.ts';
import { spendingBound } from '../group-sequential/efficacy-bound.ts';
import { defineEfficacyBound } from './definition.ts';

export const lanDeMetsObrienFleming = defineEfficacyBound({
  label: 'Lan–DeMets spending of O’Brien–Fleming type',
  summary: 'Spends little early, at whatever information the looks come.',
  reference: 'Lan & DeMets 1983, Biometrika 70:659',
  equations: ['α(τ) = 2·(1 − Φ(z_(1 − α/2)/√τ))'],
  symbols: {},
  parameters: strict({}),
  examples: [{}],
  // α(t) = 2(1 − Φ(z_{1−α/2}/√t)), α one-sided
  create: () =>
    spendingBound((fraction, level) => 2 * normalCdf(normalQuantile(level / 2) / Math.sqrt(fraction))),
});

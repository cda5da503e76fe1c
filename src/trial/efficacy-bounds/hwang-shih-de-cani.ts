import { finite, strict } from '../../numeric/quantities.ts';
import { spendingBound } from '../group-sequential/efficacy-bound.ts';
import { defineEfficacyBound } from './definition.ts';

export const hwangShihDeCani = defineEfficacyBound({
  label: 'Hwang–Shih–DeCani spending',
  summary:
    'A family from hard early bounds (gamma −4, near O’Brien–Fleming) to even ones (gamma 1, near Pocock).',
  reference: 'Hwang, Shih & DeCani 1990, Stat Med 9:1439',
  equations: ['α(τ) = (α·(1 − e^(−γ·τ)))/(1 − e^(−γ))'],
  symbols: { gamma: 'γ' },
  parameters: strict({
    gamma: finite('the lower, the less is spent early; 0 spends in proportion to the information')
      .min(-40)
      .max(40),
  }),
  examples: [{ gamma: -4 }, { gamma: 0 }, { gamma: 1 }],
  // α(t) = α (1 − e^{−γt})/(1 − e^{−γ}), αt where γ is 0
  create: ({ gamma }) =>
    spendingBound((fraction, level) =>
      gamma === 0 ? level * fraction : (level * Math.expm1(-gamma * fraction)) / Math.expm1(-gamma),
    ),
});

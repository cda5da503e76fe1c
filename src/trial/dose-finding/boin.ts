import { strict } from '../../numeric/quantities.ts';
import { checkIntervalRates } from '../ladder/check-interval-rates.ts';
import { intervalMethod } from '../ladder/interval-method.ts';
import { intervalShape } from '../ladder/interval-shape.ts';
import { checkGroups, startProblems } from '../ladder/steps-shape.ts';
import { defineDoseFinding } from './definition.ts';

export const boin = defineDoseFinding({
  label: 'Bayesian optimal interval design (BOIN)',
  summary:
    'Up where the share of toxicities at a level is at or below a boundary, down at or above another; the level recommended is by isotonic regression.',
  reference: 'Liu & Yuan 2015, J R Stat Soc C 64:507',
  equations: [
    'λ_e = (ln((1 − φ_1)/(1 − φ)))/(ln((φ (1 − φ_1))/(φ_1 (1 − φ))))',
    'λ_d = (ln((1 − φ)/(1 − φ_2)))/(ln((φ_2 (1 − φ))/(φ (1 − φ_2))))',
    '"given up if" P(p > φ | y, n) > γ',
    'p | y, n ~ Beta(1 + y, 1 + n − y)',
  ],
  symbols: {
    target: 'φ',
    underRate: 'φ_1',
    overRate: 'φ_2',
    groupSize: 'm',
    maximumSize: 'N',
    startLevel: 'd_1',
    stopAtSize: 'n_"stop"',
    eliminationCutOff: 'γ',
  },
  parameters: strict(intervalShape).check(checkIntervalRates).check(checkGroups),
  examples: [{ target: 0.2 }, { target: 0.3, groupSize: 1, maximumSize: 24, stopAtSize: 12 }],
  waits: true,
  problems: startProblems,
  create: intervalMethod,
});

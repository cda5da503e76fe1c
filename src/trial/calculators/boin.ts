import { strict } from '../../numeric/quantities.ts';
import { checkIntervalRates } from '../ladder/check-interval-rates.ts';
import { answerInterval } from '../ladder/interval-answer.ts';
import { intervalShape } from '../ladder/interval-shape.ts';
import { checkStart, ratesShape } from '../ladder/rates-shape.ts';
import { checkGroups } from '../ladder/steps-shape.ts';
import { defineCalculator } from './definition.ts';

export const boin = defineCalculator({
  summary: 'Dose escalation by a Bayesian optimal interval design: boundaries, decisions, characteristics.',
  reference: 'Liu & Yuan 2015, J R Stat Soc C 64:507',
  parameters: strict({ ...intervalShape, ...ratesShape })
    .check(checkIntervalRates)
    .check(checkGroups)
    .check(checkStart),
  examples: [
    { target: 0.2 },
    { target: 0.3, rates: [0.1, 0.3, 0.5] },
    { target: 0.25, maximumSize: 18, stopAtSize: 9, rates: [0.05, 0.25, 0.5] },
  ],
  solve: answerInterval,
});

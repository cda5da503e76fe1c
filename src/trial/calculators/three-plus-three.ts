import { z } from 'zod';
import { strict } from '../../numeric/quantities.ts';
import { checkStart, levelRates } from '../ladder/rates-shape.ts';
import { answerRuleOfSix } from '../ladder/rule-of-six-answer.ts';
import { stepsShape, targetRate } from '../ladder/steps-shape.ts';
import { defineCalculator } from './definition.ts';

export const threePlusThree = defineCalculator({
  summary: 'Dose escalation by a 3+3 design: how often it goes up, what it recommends, who is treated where.',
  reference: 'Storer 1989, Biometrics 45:925; Lin & Shih 2001, Biostatistics 2:203',
  parameters: strict({
    rates: levelRates,
    target: targetRate
      .default(0.25)
      .describe(
        'rate of toxicity that is thought right, which the design does not aim at; overdosing is reckoned from it',
      ),
    startLevel: stepsShape.startLevel,
    threeAreEnough: z
      .boolean()
      .default(false)
      .describe('whether a level is recommended after three patients without toxicity; else after six'),
  }).check(checkStart),
  examples: [
    { rates: [0.05, 0.15, 0.3] },
    { rates: [0.1, 0.2, 0.4, 0.5], target: 0.2, threeAreEnough: true },
  ],
  solve: answerRuleOfSix,
});

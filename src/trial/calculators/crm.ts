import { answerReassessment } from '../ladder/reassessment-answer.ts';
import { reassessmentQuestion } from '../ladder/reassessment-question.ts';
import { defineCalculator } from './definition.ts';

export const crm = defineCalculator({
  summary:
    'Dose escalation by the continual reassessment method, with or without waiting: rates, next level, characteristics.',
  reference:
    'O’Quigley, Pepe & Fisher 1990, Biometrics 46:33; Cheung & Chappell 2000, Biometrics 56:1177; Lee & Cheung 2009, Clin Trials 6:227',
  parameters: reassessmentQuestion,
  examples: [
    {
      target: 0.2,
      skeleton: [0.05, 0.1, 0.2, 0.35, 0.5, 0.7],
      at: [3, 4, 4, 3, 3, 4, 3, 2, 2, 2],
      toxic: [0, 0, 1, 0, 0, 1, 1, 0, 0, 0],
    },
    {
      target: 0.25,
      halfWidth: 0.05,
      priorLevel: 2,
      levels: 3,
      at: [1, 1, 1, 2, 2, 2],
      toxic: [0, 0, 0, 0, 1, 0],
      followUp: [24, 22, 20, 9, 7, 6],
      window: 24,
    },
    { target: 0.25, skeleton: [0.12, 0.25, 0.4], maximumSize: 18, rates: [0.1, 0.25, 0.5] },
  ],
  solve: answerReassessment,
});

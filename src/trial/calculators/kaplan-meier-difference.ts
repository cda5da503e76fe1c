import { answerDifference } from '../kaplan-meier/answer-difference.ts';
import { differenceParameters } from '../kaplan-meier/plan-shape.ts';
import { defineCalculator } from './definition.ts';

export const kaplanMeierDifference = defineCalculator({
  summary:
    'Two arms by their Kaplan–Meier estimates at a fixed time, non-inferiority with a margin, superiority without: patients for a power, or the power of a size.',
  reference: 'Greenwood 1926; Klein, Logan, Harhoff & Andersen 2007, Stat Med 26:4505',
  parameters: differenceParameters,
  examples: [
    { controlRate: 0.93, atYears: 3, margin: 0.07, loss: 0.05 },
    { controlRate: 0.7, atYears: 5, experimentalRate: 0.8, total: 600, accrualYears: 3, followUpYears: 4 },
  ],
  solve: answerDifference,
});

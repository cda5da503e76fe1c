import { count, interiorProbability, strict } from '../../numeric/quantities.ts';
import { margin } from '../margin.ts';
import { testName } from '../test-name.ts';
import { answerThreshold } from '../threshold/threshold-answer.ts';
import { checkThreshold, type ThresholdQuestion } from '../threshold/threshold-question.ts';
import { controlRate, experimentalRateOrControl, sizeShape } from '../two-arm/plan-shape.ts';
import { defineCalculator } from './definition.ts';

const { allocation, endpoint, atYears, withinDays } = sizeShape;

/** Twice as much, on two sides, is still a level. */
const MOST_ERROR = 0.2;

const parameters = strict({
  controlRate,
  experimentalRate: experimentalRateOrControl,
  margin: margin('how much worse is still acceptable; without it the claim is superiority').optional(),
  typeIError: interiorProbability(
    'type I error on the better side that must hold; 0.05 beside a margin, 0.025 without, unless given',
  )
    .max(MOST_ERROR)
    .optional(),
  test: testName(2).default('farringtonManning'),
  controlFrom: interiorProbability('lowest control rate for which it must hold; any unless given').optional(),
  controlTo: interiorProbability('highest control rate for which it must hold; any unless given').optional(),
  perArm: count('patients in the control arm').max(2000),
  allocation,
  endpoint,
  atYears,
  withinDays,
});

const questionOf = (stated: ReturnType<typeof parameters.parse>): ThresholdQuestion => {
  const [sides, usual] = stated.margin === undefined ? ([2, 0.025] as const) : ([1, 0.05] as const);
  const typeIError = stated.typeIError ?? usual;
  return {
    ...stated,
    margin: stated.margin ?? 0,
    experimentalRate: stated.experimentalRate ?? stated.controlRate,
    typeIError,
    level: { alpha: sides * typeIError, sides },
  };
};

export const threshold = defineCalculator({
  summary:
    'The largest nominal level of a two-arm test whose exact type I error holds at every control rate of a range.',
  reference: 'Röhmel & Mansmann 1999, Biom J 41:149 (exact levels over the nuisance rate)',
  parameters: parameters.check(({ value, issues }) => checkThreshold(questionOf(value), issues)),
  examples: [
    {
      controlRate: 0.93,
      margin: 0.07,
      perArm: 165,
      test: 'wald',
      controlFrom: 0.85,
      controlTo: 0.99,
      endpoint: 'localControl',
    },
    { controlRate: 0.35, experimentalRate: 0.2, perArm: 60, allocation: 2 },
  ],
  solve: (spec) => answerThreshold(questionOf(spec)),
});

import { strict } from '../../numeric/quantities.ts';
import { margin } from '../margin.ts';
import { oneSidedLevel } from '../significance-level.ts';
import { marginTestName } from '../test-name.ts';
import { answerQuestion } from '../two-arm/answer-question.ts';
import { controlRate, experimentalRateOrControl, sizeShape } from '../two-arm/plan-shape.ts';
import { checkQuestion, type TwoArmQuestion } from '../two-arm/question.ts';
import { defineCalculator } from './definition.ts';

const parameters = strict({
  controlRate,
  experimentalRate: experimentalRateOrControl,
  margin: margin(),
  oneSidedAlpha: oneSidedLevel().default(0.05),
  test: marginTestName().default('farringtonManning'),
  ...sizeShape,
});

const questionOf = ({ oneSidedAlpha, ...stated }: ReturnType<typeof parameters.parse>): TwoArmQuestion => ({
  ...stated,
  experimentalRate: stated.experimentalRate ?? stated.controlRate,
  level: { alpha: oneSidedAlpha, sides: 1 },
});

export const nonInferiority = defineCalculator({
  summary:
    'Two arms, the experimental one less than a margin worse: sizes for a power, or the power of a size.',
  reference: 'Farrington & Manning 1990, Stat Med 9:1447; Piaggio 2012, JAMA 308:2594',
  parameters: parameters.check(({ value, issues }) => checkQuestion(questionOf(value), issues)),
  examples: [
    { controlRate: 0.93, margin: 0.07, endpoint: 'localControl' },
    { controlRate: 0.35, margin: 0.15, perArm: 124, endpoint: 'woundComplication' },
  ],
  solve: (spec) => answerQuestion(questionOf(spec)),
});

import { strict } from '../../numeric/quantities.ts';
import { twoSidedLevel } from '../significance-level.ts';
import { testName } from '../test-name.ts';
import { answerQuestion } from '../two-arm/answer-question.ts';
import { controlRate, experimentalRate, sizeShape } from '../two-arm/plan-shape.ts';
import { checkQuestion, type TwoArmQuestion } from '../two-arm/question.ts';
import { defineCalculator } from './definition.ts';

const parameters = strict({
  controlRate,
  experimentalRate,
  twoSidedAlpha: twoSidedLevel().default(0.05),
  test: testName(2).default('farringtonManning'),
  ...sizeShape,
});

const questionOf = ({ twoSidedAlpha, ...stated }: ReturnType<typeof parameters.parse>): TwoArmQuestion => ({
  ...stated,
  margin: 0,
  level: { alpha: twoSidedAlpha, sides: 2 },
});

export const superiority = defineCalculator({
  summary: 'Two arms, the experimental one better: sizes for a power, or the power of a size.',
  reference: 'Fleiss, Levin & Paik 2003, Statistical Methods for Rates and Proportions, ch. 3 and 4',
  parameters: parameters.check(({ value, issues }) => checkQuestion(questionOf(value), issues)),
  examples: [
    { controlRate: 0.35, experimentalRate: 0.2 },
    { controlRate: 0.7, experimentalRate: 0.85, perArm: 120, test: 'fisher', endpoint: 'localControl' },
  ],
  solve: (spec) => answerQuestion(questionOf(spec)),
});

import type { z } from 'zod';
import { strict } from '../../numeric/quantities.ts';
import { margin } from '../margin.ts';
import { oneSidedLevel, twoSidedLevel } from '../significance-level.ts';
import type { TwoArmTest } from '../tests/definition.ts';
import { type TestName, tests } from '../tests/index.ts';
import { answerQuestion } from '../two-arm/answer-question.ts';
import { controlRate, experimentalRateOrControl, sizeShape } from '../two-arm/plan-shape.ts';
import { checkQuestion, type TwoArmQuestion } from '../two-arm/question.ts';
import { testPhrase } from '../two-arm/test-phrase.ts';
import { type CalculatorDefinition, defineCalculator } from './definition.ts';

const shape = {
  controlRate,
  experimentalRate: experimentalRateOrControl,
  twoSidedAlpha: twoSidedLevel()
    .optional()
    .describe('two-sided significance level, without a margin; 0.05 unless given'),
};
const withMargin = strict({
  ...shape,
  margin: margin('how much worse is still acceptable; without it the claim is superiority').optional(),
  oneSidedAlpha: oneSidedLevel()
    .optional()
    .describe('one-sided significance level, beside a margin; 0.05 unless given'),
  ...sizeShape,
});
const withoutMargin = strict({ ...shape, ...sizeShape });
type Stated = z.output<typeof withMargin>;

const DEFAULT_ALPHA = 0.05;

const questionOf = (test: TestName, { oneSidedAlpha, twoSidedAlpha, ...stated }: Stated): TwoArmQuestion => ({
  ...stated,
  test,
  margin: stated.margin ?? 0,
  experimentalRate: stated.experimentalRate ?? stated.controlRate,
  level:
    stated.margin === undefined
      ? { alpha: twoSidedAlpha ?? DEFAULT_ALPHA, sides: 2 }
      : { alpha: oneSidedAlpha ?? DEFAULT_ALPHA, sides: 1 },
});

function checkStated(value: Stated, issues: z.core.ParsePayload['issues']): void {
  const fail = (message: string, key: string): void => {
    issues.push({ code: 'custom', input: value, message, path: [key] });
  };
  const isMargin = value.margin !== undefined;
  if (isMargin && value.twoSidedAlpha !== undefined)
    fail('twoSidedAlpha does nothing beside a margin (needs oneSidedAlpha)', 'twoSidedAlpha');
  if (!isMargin && value.oneSidedAlpha !== undefined)
    fail('oneSidedAlpha does nothing without a margin (needs twoSidedAlpha)', 'oneSidedAlpha');
  if (!isMargin && value.experimentalRate === undefined)
    fail('superiority needs the planned experimentalRate', 'experimentalRate');
}

/** The calculator of two arms with its test fixed: non-inferiority with a margin, superiority without. */
function calculatorOf(name: TestName): CalculatorDefinition {
  const { label, reference, takesMargin, createByStratum } = tests[name] as TwoArmTest;
  const stratum = createByStratum ? ' of one stratum, where it is the Wald test' : '';
  const claims = takesMargin ? 'non-inferiority with a margin, superiority without' : 'superiority';
  return defineCalculator({
    summary: `Two arms by ${testPhrase(label)}${stratum}: ${claims}.`,
    reference,
    parameters: (takesMargin ? withMargin : (withoutMargin as unknown as typeof withMargin)).check(
      ({ value, issues }) => {
        checkStated(value, issues);
        if (issues.length === 0) checkQuestion(questionOf(name, value), issues);
      },
    ),
    examples: [
      { controlRate: 0.5, experimentalRate: 0.7, perArm: 93 },
      ...(takesMargin
        ? [{ controlRate: 0.93, margin: 0.07, perArm: 165, endpoint: 'localControl' as const }]
        : []),
    ],
    solve: (spec) => answerQuestion(questionOf(name, spec)),
  });
}

const names = (Object.keys(tests) as TestName[]).filter((name) => tests[name].arms === 2);

/** One calculator for each two-arm test, by the test's name. */
export const twoArmTests: Record<string, CalculatorDefinition> = Object.fromEntries(
  names.map((name) => [name, calculatorOf(name)]),
);
